package dk.grundskema.api.feeds.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Python's icalendar reads the feed; recurring_ical_events says what is when. */
final class PythonIcalendar implements CalendarClient {
    private final ClientProgram program;
    private final String python;

    PythonIcalendar(ClientProgram program) {
        this.program = program;
        var found = Stream.of("/usr/bin/python3", "python3")
                .filter(command -> program.runs(command, "-c", "import icalendar, recurring_ical_events"))
                .findFirst();
        assumeTrue(
                found.isPresent(),
                "Python's icalendar and recurring_ical_events are not here; Debian and Ubuntu: "
                        + "apt-get install python3-icalendar python3-recurring-ical-events; or call .ci/run");
        this.python = found.orElseThrow();
    }

    @Override
    public List<Shown> look(URI feed) throws IOException {
        String script = program.script("follow.py").toString();
        return Shown.read(program.say(
                python,
                script,
                feed.toString(),
                CampStory.BEFORE.toString(),
                CampStory.BEFORE.plusDays(CampStory.DAYS).toString()));
    }
}
