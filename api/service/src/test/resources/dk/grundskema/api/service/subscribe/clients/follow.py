"""Looks at a feed again, if it has changed, and prints its events: fields by unit separators, events by record separators."""
import os
import sys
import urllib.error
import urllib.request
from datetime import date, datetime, timedelta

import icalendar
import recurring_ical_events

url, first, last = sys.argv[1:]


def read(name):
    if not os.path.exists(name):
        return b""
    with open(name, "rb") as file:
        return file.read()


def write(name, content):
    with open(name, "wb") as file:
        file.write(content)


def look():
    """The feed as it is now; the copy of the last time if the service says that it is still right."""
    tag = read("tag").decode()
    request = urllib.request.Request(url, headers={"If-None-Match": tag} if tag else {})
    try:
        with urllib.request.urlopen(request) as answer:
            write("feed.ics", answer.read())
            write("tag", answer.headers["ETag"].encode())
    except urllib.error.HTTPError as refusal:
        if refusal.code != 304:
            raise
    return read("feed.ics")


def shown(moment):
    """By the clock of this machine."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if isinstance(moment, datetime) else moment.isoformat()


calendar = icalendar.Calendar.from_ical(look())
for event in recurring_ical_events.of(calendar).between(date.fromisoformat(first), date.fromisoformat(last)):
    start = event["DTSTART"].dt
    is_day = not isinstance(start, datetime)
    end = event["DTEND"].dt if "DTEND" in event else start + timedelta(days=1) if is_day else start
    fields = [
        event["UID"],
        shown(start),
        shown(end - timedelta(days=1) if is_day else end),
        event["SUMMARY"],
        event.get("LOCATION", ""),
        event.get("DESCRIPTION", ""),
        event["STATUS"],
    ]
    sys.stdout.buffer.write(("\x1f".join(fields) + "\x1e").encode())
