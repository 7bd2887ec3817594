//! The inverse of a symmetric positive matrix, by Cholesky's decomposition. Rows lie one behind the other and every
//! inner loop is a product of two runs of numbers, which the compiler turns into vector instructions.

/// A square matrix.
#[derive(Debug, Clone)]
pub(crate) struct Square {
    pub(crate) side: usize,
    pub(crate) cells: Vec<f32>,
}

impl Square {
    /// Nothing but zeros.
    pub(crate) fn zero(side: usize) -> Self {
        Self { side, cells: vec![0.0; side * side] }
    }

    pub(crate) fn row(&self, at: usize) -> &[f32] {
        &self.cells[at * self.side..(at + 1) * self.side]
    }

    pub(crate) fn at(&self, row: usize, column: usize) -> f32 {
        self.cells[row * self.side + column]
    }

    pub(crate) fn set(&mut self, row: usize, column: usize, value: f32) {
        self.cells[row * self.side + column] = value;
    }

    /// The inverse; `None` where the matrix is not positive. Only the lower half is read.
    pub(crate) fn inverse(mut self) -> Option<Self> {
        self.decompose()?;
        let triangle = self.inverse_of_triangle();
        for row in 0..self.side {
            for column in 0..=row {
                let value = dot(&triangle.row(row)[row..], &triangle.row(column)[row..]);
                self.set(row, column, value);
                self.set(column, row, value);
            }
        }
        Some(self)
    }

    /// Puts the lower triangle L with L·Lᵀ = the matrix into the lower half.
    fn decompose(&mut self) -> Option<()> {
        for row in 0..self.side {
            let (above, below) = self.cells.split_at_mut(row * self.side);
            let own = &mut below[..self.side];
            for column in 0..row {
                let other = &above[column * self.side..];
                own[column] = (own[column] - dot(&own[..column], &other[..column])) / other[column];
            }
            let rest = own[row] - dot(&own[..row], &own[..row]);
            if !(rest > 0.0 && rest.is_finite()) {
                return None;
            }
            own[row] = rest.sqrt();
        }
        Some(())
    }

    /// The inverse of the lower triangle, column by column in rows.
    fn inverse_of_triangle(&self) -> Self {
        let mut inverse = Self::zero(self.side);
        for column in 0..self.side {
            let own = &mut inverse.cells[column * self.side..(column + 1) * self.side];
            own[column] = 1.0 / self.at(column, column);
            for row in column + 1..self.side {
                let line = self.row(row);
                own[row] = -dot(&line[column..row], &own[column..row]) / line[row];
            }
        }
        inverse
    }
}

/// How many sums are kept apart, so that they can be added at once.
const LANES: usize = 16;

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; LANES];
    let (left, right) = (a.chunks_exact(LANES), b.chunks_exact(LANES));
    let rest: f32 = left.remainder().iter().zip(right.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in left.zip(right) {
        for lane in 0..LANES {
            sums[lane] += x[lane] * y[lane];
        }
    }
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_times_its_inverse_is_one() {
        let side = 37;
        let mut matrix = Square::zero(side);
        for row in 0..side {
            for column in 0..side {
                let distance = row.abs_diff(column);
                #[expect(clippy::cast_precision_loss, reason = "small numbers")]
                matrix.set(row, column, 1.0 / (1.0 + distance as f32));
            }
        }
        let inverse = matrix.clone().inverse().expect("it is positive");
        for row in 0..side {
            for column in 0..side {
                let product: f32 = (0..side).map(|k| matrix.at(row, k) * inverse.at(k, column)).sum();
                let expected = if row == column { 1.0 } else { 0.0 };
                assert!((product - expected).abs() < 1e-4, "{row} {column}: {product}");
            }
        }
    }

    #[test]
    fn what_is_not_positive_has_no_inverse_here() {
        let mut matrix = Square::zero(2);
        matrix.set(0, 0, 1.0);
        matrix.set(1, 0, 2.0);
        matrix.set(1, 1, 1.0);
        assert!(matrix.inverse().is_none());
        assert!(Square { side: 1, cells: vec![f32::NAN] }.inverse().is_none());
    }
}
