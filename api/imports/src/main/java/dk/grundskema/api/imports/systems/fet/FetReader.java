package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.systems.file.BoundedFileReader;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import dk.grundskema.api.imports.systems.file.XmlTreeParser;
import dk.grundskema.api.imports.table.file.DecodedText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads FET files. A file saved with its timetable ({@code …_data_and_timetable.fet}) is complete; for an input file the times come from
 * FET's results: {@code NAME_activities.xml} or {@code NAME_data_and_timetable.fet} in the same folder, or in {@code timetables/NAME} below
 * it.
 */
public final class FetReader implements SourceReader {
    private static final Pattern SCHOOL = Pattern.compile("<fet[\\s>]");
    private static final String RESULTS = "Activities_Timetable";
    private static final String SUFFIX = "_activities.xml";
    private static final String SOLVED = "_data_and_timetable.fet";

    /** Root elements of timetables that FET makes for display. */
    private static final Set<String> DISPLAYED = Set.of("Students_Timetable", "Teachers_Timetable");

    @Override
    public boolean recognises(byte[] head, String fileName) {
        String text = DecodedText.decode(head).text();
        return SCHOOL.matcher(text).find()
                || text.contains("<" + RESULTS)
                || DISPLAYED.stream().anyMatch(name -> text.contains("<" + name))
                || fileName.toLowerCase(Locale.ROOT).endsWith(".fet");
    }

    @Override
    public SourceData read(String name, Path file, ReadingHints hints) {
        var source = new SystemSourceBuilder(name);
        byte[] bytes = BoundedFileReader.readAll(file, source);
        XmlElement root = bytes == null ? null : XmlTreeParser.parse(bytes, source);
        if (root == null) {
            return source.build();
        }
        switch (root.name()) {
            case "fet", "FET" -> readSchool(root, file, hints, source);
            case RESULTS -> readResults(file, source);
            default ->
                source.error(
                        "line " + root.line(),
                        DISPLAYED.contains(root.name()) ? "import.fet.display-file" : "import.fet.other",
                        root.name());
        }
        return source.build();
    }

    private static void readSchool(XmlElement root, Path file, ReadingHints hints, SystemSourceBuilder source) {
        source.keepNamesApart();
        var placed = FetPlacements.ofLockedActivities(root);
        boolean open =
                FetActivities.activeActivities(root).anyMatch(activity -> !placed.hasTime(activity.childText("Id")));
        if (open) {
            resultsOf(file).ifPresent(results -> addResults(results, placed, source));
        }
        new FetSchoolReader(root, hints, source).read(placed);
    }

    private static void addResults(Path results, FetPlacements placed, SystemSourceBuilder source) {
        byte[] bytes = BoundedFileReader.readAll(results, source);
        XmlElement root = bytes == null ? null : XmlTreeParser.parse(bytes, source);
        if (root != null) {
            if (root.name().equals(RESULTS)) {
                placed.add(root);
            } else {
                placed.addLocked(root);
            }
            source.info("", "import.fet.results", String.valueOf(results.getFileName()));
        }
    }

    private static Optional<Path> resultsOf(Path file) {
        String base = baseName(file, ".fet");
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || base.isEmpty()
                ? Optional.empty()
                : Stream.of(
                                folder,
                                folder.resolve("timetables").resolve(base),
                                folder.resolve("timetables").resolve(base + "-single"))
                        .flatMap(each -> Stream.of(each.resolve(base + SUFFIX), each.resolve(base + SOLVED)))
                        .filter(Files::isRegularFile)
                        .findFirst();
    }

    private static void readResults(Path file, SystemSourceBuilder source) {
        String school = baseName(file, SUFFIX) + ".fet";
        Path folder = file.toAbsolutePath().getParent();
        for (int up = 0; up < 3 && folder != null; up++, folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(school))) {
                source.info("", "import.fet.results-of", school);
                return;
            }
        }
        source.error("", "import.fet.results-alone", school);
    }

    /** Returns the file's name without a suffix; empty if it has another suffix. */
    private static String baseName(Path file, String end) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(end) ? name.substring(0, name.length() - end.length()) : "";
    }
}
