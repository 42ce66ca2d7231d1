package dk.grundskema.api.feeds.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** vdirsyncer copies the feed into a folder of events, as it would for any calendar; khal shows what is in the folder. */
final class VdirsyncerWithKhal implements CalendarClient {
    private static final String FORMAT = String.join(
                    Shown.FIELD,
                    "{uid}",
                    "{start-long}",
                    "{end-long}",
                    "{title}",
                    "{location}",
                    "{description}",
                    "{status}")
            + Shown.RECORD;

    private final ClientProgram program;

    VdirsyncerWithKhal(ClientProgram program) {
        this.program = program;
        program.needs("vdirsyncer", "vdirsyncer", "--version");
        program.needs("khal", "khal", "--version");
    }

    @Override
    public List<Shown> look(URI feed) throws IOException {
        ClientProgram.Ended synced = sync(feed);
        if (!synced.succeeded()) {
            throw new AssertionError("vdirsyncer: " + synced.err());
        }
        return list();
    }

    /** Copies the feed. */
    ClientProgram.Ended sync(URI feed) throws IOException {
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
            program.say("vdirsyncer", "-c", config, "discover");
        }
        return program.run("vdirsyncer", "-c", config, "sync");
    }

    /** What khal shows of the copy. */
    List<Shown> list() throws IOException {
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
        return Shown.read(program.say(
                "khal",
                "-c",
                config.toString(),
                "list",
                "--once",
                "--day-format",
                "",
                "--format",
                FORMAT,
                CampStory.BEFORE.toString(),
                CampStory.DAYS + "d"));
    }

    /** vdirsyncer gives every event of a feed an id of its own, after what it says. */
    @Override
    public boolean keepsIds() {
        return false;
    }
}
