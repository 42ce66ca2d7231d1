package dk.grundskema.api.service.subscribe.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** vdirsyncer copies the feed into a folder of events; khal shows the content of the folder. */
final class VdirsyncerKhalClient implements CalendarClient {
    private static final String FORMAT = String.join(
                    ClientEvent.FIELD,
                    "{uid}",
                    "{start-long}",
                    "{end-long}",
                    "{title}",
                    "{location}",
                    "{description}",
                    "{status}")
            + ClientEvent.RECORD;

    private final ClientProgram program;

    VdirsyncerKhalClient(ClientProgram program) {
        this.program = program;
        program.needs("vdirsyncer", "vdirsyncer", "--version");
        program.needs("khal", "khal", "--version");
    }

    @Override
    public List<ClientEvent> readEvents(URI feed) throws IOException {
        ClientProgram.ProcessResult synced = sync(feed);
        if (!synced.succeeded()) {
            throw new AssertionError("vdirsyncer: " + synced.err());
        }
        return list();
    }

    /** Copies the feed. */
    ClientProgram.ProcessResult sync(URI feed) throws IOException {
        String config = program.folder().resolve("vdirsyncer.conf").toString();
        Files.writeString(Path.of(config), """
                [general]
                status_path = "%1$s/status/"
                [pair one]
                a = "there"
                b = "here"
                collections = null
                [storage there]
                type = "http"
                url = "%2$s"
                [storage here]
                type = "filesystem"
                path = "%1$s/one"
                fileext = ".ics"
                """.formatted(program.folder(), feed));
        Files.createDirectories(program.folder().resolve("one"));
        if (!Files.exists(program.folder().resolve("status"))) {
            program.outputOf("vdirsyncer", "-c", config, "discover");
        }
        return program.run("vdirsyncer", "-c", config, "sync");
    }

    /** Returns the events that khal shows. */
    List<ClientEvent> list() throws IOException {
        Path config = Files.writeString(
                program.folder().resolve("khal.conf"), """
                [calendars]
                [[one]]
                path = %1$s/one
                readonly = True
                [locale]
                local_timezone = %2$s
                default_timezone = %2$s
                timeformat = %%H:%%M
                dateformat = %%Y-%%m-%%d
                longdateformat = %%Y-%%m-%%d
                datetimeformat = %%Y-%%m-%%d %%H:%%M
                longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                [sqlite]
                path = %1$s/khal.db
                """.formatted(program.folder(), program.zone()));
        return ClientEvent.read(program.outputOf(
                "khal",
                "-c",
                config.toString(),
                "list",
                "--once",
                "--day-format",
                "",
                "--format",
                FORMAT,
                CampPublicationSequence.BEFORE.toString(),
                CampPublicationSequence.DAYS + "d"));
    }

    /** vdirsyncer derives a new id for each event of a feed from its content. */
    @Override
    public boolean keepsIds() {
        return false;
    }
}
