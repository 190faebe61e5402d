"""The pages: requests -> actions -> HTML. A newcomer's mistake: deciding something here; pages only show and ask."""
