package dk.grundskema.api.service.subscribe.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** A calendar program that subscribes to feeds. It stores its state in its own folder and continues from it at each update. */
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
         * Creates a client without subscriptions.
         *
         * @param folder folder for its state, used by no other client
         * @param zone   its time zone
         * @throws TestAbortedException if it is not installed
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

    /** Updates a feed and returns all its events, by time. */
    List<ClientEvent> readEvents(URI feed) throws IOException;

    /** Returns whether it identifies events by their ids, so that a test can recognise an unchanged event. */
    default boolean keepsIds() {
        return true;
    }
}
