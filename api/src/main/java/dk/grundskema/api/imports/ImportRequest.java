package dk.grundskema.api.imports;

import dk.grundskema.api.imports.assembly.StudentIds;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.domain.people.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported, as somebody typed it.
 *
 * @param files      the files, at least one
 * @param bells      a file that says when lessons of a number are; {@code null} means none
 * @param mapping    the mapping file; {@code null} means none
 * @param schoolYear such as {@code 2026/27}; {@code null} means that a file says it
 * @param weeks      first and last week to plan, such as {@code 33-51}; {@code null} means the school year
 * @param title      what the problem is called; {@code null} means what the school and year are called
 * @param language   language of texts that the product writes into the problem and the timetable
 * @param output     what the problem's file will be called, for findings about the whole
 * @param mended     what cells of tables hold instead of what the files have; empty means that all is as the files have it
 * @param camp       the camp that is to be made of the files; {@code null} means that they are a school's
 * @param ids        ids of students without an id in the files
 */
public record ImportRequest(
        List<Named> files,
        @Nullable Named bells,
        @Nullable Named mapping,
        @Nullable String schoolYear,
        @Nullable String weeks,
        @Nullable String title,
        Language language,
        String output,
        Map<Place, String> mended,
        @Nullable CampDays camp,
        StudentIds ids) {
    /**
     * A file.
     *
     * @param name as the user named it
     * @param path where it is
     */
    public record Named(String name, Path path) {
        /** The last part of its name. */
        public String last() {
            return String.valueOf(path.getFileName());
        }
    }

    /** Copies the files. */
    public ImportRequest {
        files = List.copyOf(files);
        mended = Map.copyOf(mended);
    }

    /** A school's files as they are. */
    public ImportRequest(
            List<Named> files,
            @Nullable Named bells,
            @Nullable Named mapping,
            @Nullable String schoolYear,
            @Nullable String weeks,
            @Nullable String title,
            Language language,
            String output,
            StudentIds ids) {
        this(files, bells, mapping, schoolYear, weeks, title, language, output, Map.of(), null, ids);
    }
}
