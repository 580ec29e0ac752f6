"""General lists and the calendar: nothing here knows any particular article."""
