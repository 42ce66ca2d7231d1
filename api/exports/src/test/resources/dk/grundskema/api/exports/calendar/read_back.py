"""Reads a calendar and prints an event a line: id, start, end, true minutes, title, place, text; fields by unit separators."""
import sys
from datetime import timezone

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())

zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}


def moment(prop):
    """As the calendar's own zone says, not as the machine's does."""
    return zones[prop.params["TZID"]].localize(prop.dt.replace(tzinfo=None))


for event in calendar.walk("VEVENT"):
    start, end = moment(event["DTSTART"]), moment(event["DTEND"])
    minutes = int((end.astimezone(timezone.utc) - start.astimezone(timezone.utc)).total_seconds() // 60)
    fields = [
        event["UID"],
        start.strftime("%Y-%m-%d %H:%M"),
        end.strftime("%Y-%m-%d %H:%M"),
        str(minutes),
        event["SUMMARY"],
        event.get("LOCATION", ""),
        event.get("DESCRIPTION", "").replace("\n", "|"),
    ]
    sys.stdout.buffer.write(("\x1f".join(fields) + "\n").encode())
