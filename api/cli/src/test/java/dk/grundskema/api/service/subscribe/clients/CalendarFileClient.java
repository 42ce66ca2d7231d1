package dk.grundskema.api.service.subscribe.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calendar programs that read files of calendars, many at once. */
public enum CalendarFileClient {
    /** Imports each file into a calendar of its own, and shows all of them. */
    KHAL {
        @Override
        Map<Path, List<ClientEvent>> read(ClientProgram program, List<Path> files, LocalDate first, LocalDate last)
                throws IOException {
            program.needs("khal", "khal", "--version");
            String config = writeConfig(program, files).toString();
            for (int i = 0; i < files.size(); i++) {
                program.outputOf(
                        "khal",
                        "-c",
                        config,
                        "import",
                        "--batch",
                        "-a",
                        "c" + i,
                        files.get(i).toString());
            }
            String listed = program.outputOf(
                    "khal",
                    "-c",
                    config,
                    "list",
                    "--day-format",
                    "",
                    "--format",
                    KHAL_FORMAT,
                    first.toString(),
                    ChronoUnit.DAYS.between(first, last) + 1 + "d");
            // With --once it would leave out events that have the id of an event in another calendar
            return byFile(listed, name -> files.get(Integer.parseInt(name.substring(1)))).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            shown -> shown.getValue().stream()
                                    .distinct() // one of two days is shown on both
                                    .toList()));
        }
    },
    /** The library that Thunderbird reads calendars with. */
    ICAL_JS {
        @Override
        Map<Path, List<ClientEvent>> read(ClientProgram program, List<Path> files, LocalDate first, LocalDate last)
                throws IOException {
            program.needs("nodejs", "node", "--version");
            var command = new ArrayList<String>();
            command.add("node");
            command.add(program.script("list.mjs").toString());
            command.add(IcalJsClient.library().toString());
            files.forEach(file -> command.add(file.toString()));
            return byFile(program.outputOf(command.toArray(String[]::new)), Path::of);
        }
    };

    private static final String KHAL_FORMAT = String.join(
                    ClientEvent.FIELD,
                    "{calendar}",
                    "{uid}",
                    "{start-long}",
                    "{end-long}",
                    "{title}",
                    "{location}",
                    "{description}",
                    "{status}")
            + ClientEvent.RECORD;

    /**
     * Returns the events that the program shows, by file.
     *
     * @param folder folder for its state
     * @param zone   its time zone
     * @param files  calendars
     * @param first  first day that is shown
     * @param last   last day that is shown
     */
    public Map<Path, List<ClientEvent>> read(
            Path folder, ZoneId zone, List<Path> files, LocalDate first, LocalDate last) throws IOException {
        return read(new ClientProgram(folder, zone), files, first, last);
    }

    abstract Map<Path, List<ClientEvent>> read(ClientProgram program, List<Path> files, LocalDate first, LocalDate last)
            throws IOException;

    /** Parses what was printed; the first field of each event is the name of its calendar. */
    private static Map<Path, List<ClientEvent>> byFile(String printed, Function<String, Path> file) {
        Map<Path, StringBuilder> parts = new HashMap<>();
        for (String event : printed.split(ClientEvent.RECORD, -1)) {
            String[] fields = event.stripLeading().split(ClientEvent.FIELD, 2);
            if (fields.length == 2) {
                parts.computeIfAbsent(file.apply(fields[0]), none -> new StringBuilder())
                        .append(fields[1])
                        .append(fields[1].endsWith(ClientEvent.FIELD) ? "CONFIRMED" : "") // files state no status
                        .append(ClientEvent.RECORD);
            }
        }
        return parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> ClientEvent.read(part.getValue().toString())));
    }

    private static Path writeConfig(ClientProgram program, List<Path> files) throws IOException {
        String folder = program.folder().toString();
        String calendars = IntStream.range(0, files.size())
                .mapToObj(i -> "[[c%2$d]]\npath = %1$s/c%2$d\n".formatted(folder, i))
                .collect(Collectors.joining());
        return Files.writeString(
                program.folder().resolve("khal.conf"), """
                [calendars]
                %3$s
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
                """.formatted(folder, program.zone(), calendars));
    }
}
