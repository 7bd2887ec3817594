//! Looks at every statement of the program before a user does: prepared on the real database, its plan read.

use crate::{
    Db, Result,
    connect::Engine,
    postgres::Connection,
    sqlite::Sqlite,
    statement::{Registered, highest_place, registered, with_lists_of_two},
};

/// What is wrong with the program's statements on this database, a line each (`file:line: reason`); empty is good.
///
/// Each is prepared, and its plan must not read the whole of a table, except of those in `small`, which do not
/// grow with the shop. A statement that has to read everything says why in a comment: `/* full scan: … */`.
pub async fn audit_statements(db: &Db, small: &[&str]) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let connection = match &*db.primary {
        Engine::Sqlite(_) => None,
        Engine::Postgres(postgres) => Some(postgres.connection().await?),
    };
    if let Some(connection) = &connection {
        connection.batch("set plan_cache_mode = force_generic_plan; set enable_seqscan = off").await?;
    }
    for statement in registered() {
        let found = match (&*db.primary, &connection) {
            (Engine::Sqlite(sqlite), _) => in_sqlite(sqlite, statement, small).await,
            (_, Some(connection)) => in_postgres(connection, statement, small).await?,
            _ => None,
        };
        problems.extend(found.map(|reason| format!("{}:{}: {reason}", statement.file, statement.line)));
    }
    if let Some(connection) = connection {
        connection.discard();
    }
    Ok(problems)
}

async fn in_sqlite(sqlite: &Sqlite, statement: &Registered, small: &[&str]) -> Option<String> {
    let text = with_lists_of_two(statement.sqlite);
    let plan = sqlite.writer().await.with(|connection| -> Result<_, rusqlite::Error> {
        let mut tables = connection.prepare_cached("select name from sqlite_schema where type = 'table'")?;
        let tables: Vec<String> = tables.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut explain = connection.prepare(&format!("explain query plan {text}"))?;
        let mut rows = explain.raw_query();
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            lines.push(row.get::<_, String>(3)?);
        }
        Ok((lines, tables))
    });
    match plan {
        Err(e) => Some(e.to_string()),
        Ok(_) if is_excused(&text) => None,
        // `SCAN books` walks the table; `SCAN books USING INDEX …` walks an order that a limit cuts short.
        Ok((lines, tables)) => {
            let lines: Vec<_> = lines.iter().filter_map(|line| by_table(line, &text, &tables)).collect();
            scanned(&lines, "SCAN ", small, |rest| !rest.contains("USING"))
        }
    }
}

/// SQLite's plans name a table by its alias. The line with the table's own name; nothing for a subquery.
fn by_table(line: &str, text: &str, tables: &[String]) -> Option<String> {
    let (_, rest) = line.split_once("SCAN ")?;
    let (name, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let is_table = |word: &str| tables.iter().any(|table| table == word);
    let aliased = |pair: &[&str]| (pair[1] == name && is_table(pair[0])).then(|| pair[0].to_owned());
    let table = if is_table(name) { Some(name.to_owned()) } else { words.windows(2).find_map(aliased) };
    table.map(|table| format!("SCAN {table} {rest}"))
}

async fn in_postgres(
    connection: &Connection,
    statement: &Registered,
    small: &[&str],
) -> Result<Option<String>> {
    let text = with_lists_of_two(statement.postgres);
    if let Err(e) = connection.batch(&format!("prepare audited as {text}")).await {
        return Ok(Some(e.to_string()));
    }
    let nulls = vec!["null"; highest_place(&text)].join(", ");
    let call = if nulls.is_empty() { "audited".to_owned() } else { format!("audited({nulls})") };
    let plan = connection.lines(&format!("explain execute {call}")).await;
    connection.batch("deallocate audited").await?;
    Ok(match plan {
        Err(e) => Some(e.to_string()),
        Ok(_) if is_excused(&text) => None,
        Ok(lines) => scanned(&lines, "Seq Scan on ", small, |_| true),
    })
}

fn is_excused(text: &str) -> bool {
    text.contains("/* full scan:")
}

fn scanned(lines: &[String], mark: &str, small: &[&str], counts: impl Fn(&str) -> bool) -> Option<String> {
    lines.iter().find_map(|line| {
        let (_, rest) = line.split_once(mark)?;
        let table = rest.split([' ', '(']).next().unwrap_or_default();
        // What stands in no schema is a subquery, a list of values or a common table expression.
        let grows = !table.is_empty()
            && !small.contains(&table)
            && !table.starts_with(|c: char| c.is_ascii_uppercase());
        (grows && counts(rest)).then(|| format!("reads the whole of {table}: {line}"))
    })
}
