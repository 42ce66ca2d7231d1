package dk.grundskema.api.imports;

import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.people.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as the user requested it.
 *
 * @param files      the files, at least one
 * @param bells      file with the bell times; {@code null} means none
 * @param mapping    the mapping file; {@code null} means none
 * @param schoolYear such as {@code 2026/27}; {@code null} means that a file states it
 * @param weeks      first and last week to plan, such as {@code 33-51}; {@code null} means the school year
 * @param title      title of the problem; {@code null} means the names of the school and the year
 * @param language   language of generated texts in the problem and the timetable
 * @param output     name of the problem's file, for findings about the whole
 * @param mended     corrected cell values by place; empty means that the files are used unchanged
 * @param camp       the camp to create; {@code null} means that the files are a school's timetable
 * @param template   what the camp takes over from an earlier one; {@code null} means nothing: the defaults of the camp type apply
 * @param ids        ids of students without an id in the files
 */
public record ImportRequest(
        List<NamedFile> files,
        @Nullable NamedFile bells,
        @Nullable NamedFile mapping,
        @Nullable String schoolYear,
        @Nullable String weeks,
        @Nullable String title,
        Language language,
        String output,
        Map<SourceLocation, String> mended,
        @Nullable CampDays camp,
        @Nullable CampTemplate template,
        StudentIdScheme ids) {
    /**
     * A file.
     *
     * @param name the name as the user gave it
     * @param path its path
     */
    public record NamedFile(String name, Path path) {
        /** Returns the last part of its path. */
        public String fileName() {
            return String.valueOf(path.getFileName());
        }
    }

    /** Copies the files and corrections. */
    public ImportRequest {
        files = List.copyOf(files);
        mended = Map.copyOf(mended);
    }

    /** Returns the request with the camp to create. */
    public ImportRequest withCamp(CampDays days) {
        return new ImportRequest(
                files, bells, mapping, schoolYear, weeks, title, language, output, mended, days, template, ids);
    }

    /** Returns the request with what the camp takes over from an earlier one. */
    public ImportRequest withTemplate(CampTemplate earlier) {
        return new ImportRequest(
                files, bells, mapping, schoolYear, weeks, title, language, output, mended, camp, earlier, ids);
    }

    /** Creates a request without corrections and without a camp. */
    public ImportRequest(
            List<NamedFile> files,
            @Nullable NamedFile bells,
            @Nullable NamedFile mapping,
            @Nullable String schoolYear,
            @Nullable String weeks,
            @Nullable String title,
            Language language,
            String output,
            StudentIdScheme ids) {
        this(files, bells, mapping, schoolYear, weeks, title, language, output, Map.of(), null, null, ids);
    }
}
