# Refusals: a question about the law that no dated row answers.
rules-no-row-on-day = No rule is known for this day. An administrator may load a rule pack that has one.
rules-version-not-in-force = This version of the format may not be sent on this day.
rules-no-calendar = The production calendar of this year is not loaded, so the term cannot be counted.
