package dk.grundskema.api.server.figures;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** How many clients can ask whether their calendars are still the same. */
final class UnchangedFeeds {
    private final int port;
    private final List<FollowedCalendar> calendars;
    private final AtomicReferenceArray<String> tags;

    UnchangedFeeds(int port, List<FollowedCalendar> calendars) throws Exception {
        this.port = port;
        this.calendars = calendars;
        this.tags = new AtomicReferenceArray<>(calendars.size());
        new Clients(port, 2)
                .all(
                        calendars.size(),
                        (connection, number) -> tags.set(
                                number, calendars.get(number).get(connection).tag()));
    }

    /** Asks for each in turn over some connections. */
    Waited ask(int connections, int seconds) throws Exception {
        return new Clients(port, connections).steadily(seconds, (connection, number) -> {
            int place = number % calendars.size();
            int status = calendars.get(place).get(connection, tags.get(place)).status();
            if (status != 304) {
                throw new IllegalStateException("What hasn't changed was answered with (%d).".formatted(status));
            }
        });
    }
}
