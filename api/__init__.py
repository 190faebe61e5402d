"""The door for programs: requests -> actions -> JSON. A newcomer's mistake: a decision about the domain in here."""
