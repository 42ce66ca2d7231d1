package dk.grundskema.api.service.subscribe.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** A program that follows feeds. It keeps what it knows in a folder of its own and goes on from there when it looks again. */
interface CalendarClient {
    /** Sorts of clients that are tried. */
    enum Kind {
        /** Copies feeds into a folder; khal shows the folder. */
        VDIRSYNCER_WITH_KHAL,
        /** The library that Thunderbird reads calendars with. */
        ICAL_JS,
        /** The libraries of Python. */
        PYTHON_ICALENDAR;

        /**
         * A client that follows nothing yet.
         *
         * @param folder where it keeps what it knows; nobody else's
         * @param zone   what its clock shows
         * @throws TestAbortedException if it isn't installed
         */
        CalendarClient at(Path folder, ZoneId zone) throws IOException {
            var program = new ClientProgram(folder, zone);
            return switch (this) {
                case VDIRSYNCER_WITH_KHAL -> new VdirsyncerKhalClient(program);
                case ICAL_JS -> new IcalJsClient(program);
                case PYTHON_ICALENDAR -> new PythonIcalendarClient(program);
            };
        }
    }

    /** Looks at a feed once more, and shows all of it, by time. */
    List<ClientEvent> readEvents(URI feed) throws IOException;

    /** Whether it goes by the ids of events, so that anybody who asks it can tell that one is still the same. */
    default boolean keepsIds() {
        return true;
    }
}
