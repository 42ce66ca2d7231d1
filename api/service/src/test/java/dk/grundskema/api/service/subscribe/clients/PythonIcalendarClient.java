package dk.grundskema.api.service.subscribe.clients;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Python's icalendar reads the feed; recurring_ical_events returns its events by time. */
final class PythonIcalendarClient implements CalendarClient {
    private final ClientProgram program;
    private final String python;

    PythonIcalendarClient(ClientProgram program) {
        this.program = program;
        var found = Stream.of("/usr/bin/python3", "python3")
                .filter(command -> program.isAvailable(command, "-c", "import icalendar, recurring_ical_events"))
                .findFirst();
        assumeTrue(
                found.isPresent(),
                "Python's icalendar and recurring_ical_events are not here; Debian and Ubuntu: "
                        + "apt-get install python3-icalendar python3-recurring-ical-events; or call .ci/run");
        this.python = found.orElseThrow();
    }

    @Override
    public List<ClientEvent> readEvents(URI feed) throws IOException {
        String script = program.script("follow.py").toString();
        return ClientEvent.read(program.outputOf(
                python,
                script,
                feed.toString(),
                CampPublicationSequence.BEFORE.toString(),
                CampPublicationSequence.BEFORE
                        .plusDays(CampPublicationSequence.DAYS)
                        .toString()));
    }
}
