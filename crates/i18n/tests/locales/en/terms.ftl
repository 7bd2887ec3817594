# Names that every feature uses.
-brand = Warraq
