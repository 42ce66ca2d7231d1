package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads schools of FET. A file that FET saved with its timetable ({@code …_data_and_timetable.fet}) holds all; for the file that FET was given
 * the times are looked for in FET's results: {@code NAME_activities.xml} in the same folder, or in {@code timetables/NAME} below it.
 */
public final class FetReader implements FileReader {
    private static final Pattern SCHOOL = Pattern.compile("<fet[\\s>]");
    private static final String RESULTS = "Activities_Timetable";
    private static final String SUFFIX = "_activities.xml";

    @Override
    public boolean recognises(byte[] head, String fileName) {
        String text = new String(head, StandardCharsets.UTF_8);
        return SCHOOL.matcher(text).find()
                || text.contains("<" + RESULTS)
                || fileName.toLowerCase(Locale.ROOT).endsWith(".fet");
    }

    @Override
    public Source read(String name, Path file, ReadingHints hints) {
        var notes = new Notebook(name);
        byte[] bytes = WholeBytes.of(file, notes);
        Element root = bytes == null ? null : XmlTree.of(bytes, notes);
        if (root == null) {
            return notes.done();
        }
        switch (root.name()) {
            case "fet", "FET" -> school(root, file, notes);
            case RESULTS -> results(file, notes);
            default -> notes.error("line " + root.line(), "import.fet.other", root.name());
        }
        return notes.done();
    }

    private static void school(Element root, Path file, Notebook notes) {
        var placed = FetPlaces.locked(root);
        boolean open = FetActivities.of(root).anyMatch(activity -> !placed.hasTime(activity.value("Id")));
        if (open) {
            resultsOf(file).ifPresent(results -> add(results, placed, notes));
        }
        new FetSchool(root, notes).read(placed);
    }

    private static void add(Path results, FetPlaces placed, Notebook notes) {
        byte[] bytes = WholeBytes.of(results, notes);
        Element root = bytes == null ? null : XmlTree.of(bytes, notes);
        if (root != null && root.name().equals(RESULTS)) {
            placed.add(root);
            notes.info("", "import.fet.results", String.valueOf(results.getFileName()));
        }
    }

    private static Optional<Path> resultsOf(Path file) {
        String base = base(file, ".fet");
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || base.isEmpty()
                ? Optional.empty()
                : Stream.of(
                                folder,
                                folder.resolve("timetables").resolve(base),
                                folder.resolve("timetables").resolve(base + "-single"))
                        .map(each -> each.resolve(base + SUFFIX))
                        .filter(Files::isRegularFile)
                        .findFirst();
    }

    private static void results(Path file, Notebook notes) {
        String school = base(file, SUFFIX) + ".fet";
        Path folder = file.toAbsolutePath().getParent();
        for (int up = 0; up < 3 && folder != null; up++, folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(school))) {
                notes.info("", "import.fet.results-of", school);
                return;
            }
        }
        notes.error("", "import.fet.results-alone", school);
    }

    /** The file's name without its end; empty if it ends otherwise. */
    private static String base(Path file, String end) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(end) ? name.substring(0, name.length() - end.length()) : "";
    }
}
