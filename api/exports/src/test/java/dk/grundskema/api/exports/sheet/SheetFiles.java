package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.SchoolWeekViews;
import dk.grundskema.api.documents.timetable.SmallCampFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** The sheets of a small plan, as a reader of files sees them. */
record SheetFiles(SortedMap<String, byte[]> files) {
    private static final Pattern TAG = Pattern.compile("(?s)<style.*?</style>|<[^>]*>");

    static SheetFiles of(SmallCampFixture plan, String language, String... faults) {
        var content = new SheetContent(
                new SchoolWeekViews.TimetableParts(Optional.empty(), plan.views()),
                List.of(),
                plan.hours(),
                new PlanStatusText("The plan holds.", List.of(faults)),
                "1a2b3c4d");
        return new SheetFiles(TimetableSheetWriter.writeFiles(content, Locale.of(language)));
    }

    List<String> pages() {
        return files.keySet().stream().filter(name -> name.endsWith(".html")).toList();
    }

    String html(String file) {
        byte[] content = files.get(file);
        if (content == null) {
            throw new IllegalArgumentException("There is no file (%s), only %s.".formatted(file, files.keySet()));
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Returns the text of a sheet without tags and with single spaces. */
    String text(String file) {
        return TAG.matcher(html(file))
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }
}
