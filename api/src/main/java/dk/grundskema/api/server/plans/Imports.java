package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.imports.ImportRequest;
import dk.grundskema.api.imports.Imported;
import dk.grundskema.api.imports.assembly.StudentIds;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.table.SeenTable;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads the files that a school has and makes plans of them. Files are kept no longer than it takes to read them. */
@Component
public class Imports {
    /** What the problem's file is called in findings about the whole. */
    public static final String WHOLE = "problem.json";

    private final Plans plans;
    private final Documents documents;
    private final PluginHouse house;
    private final StudentKeys keys;
    private final Path temporary;

    Imports(Plans plans, Documents documents, PluginHouse house, StudentKeys keys, ServletContext servlet) {
        this.keys = keys;
        this.plans = plans;
        this.documents = documents;
        this.house = house;
        this.temporary = ((File) servlet.getAttribute(ServletContext.TEMPDIR)).toPath();
    }

    /**
     * What somebody sent.
     *
     * @param files      what the school has, at least one
     * @param bells      a file that says when lessons of a number are; {@code null} means none
     * @param mapping    a mapping file; {@code null} means none
     * @param schoolYear such as 2026/27; {@code null} means that a file says it
     * @param weeks      first and last week to plan; {@code null} means the school year
     * @param title      what the plan is called; {@code null} means what the school and year are called
     * @param language   language of texts that become part of the problem
     * @param mended     what cells hold instead of what the files have; empty means that all is as the files have it
     * @param camp       the camp that is to be made; {@code null} means that the files are a school's
     */
    public record Sent(
            List<MultipartFile> files,
            @Nullable MultipartFile bells,
            @Nullable MultipartFile mapping,
            @Nullable String schoolYear,
            @Nullable String weeks,
            @Nullable String title,
            Language language,
            Map<Place, String> mended,
            @Nullable CampDays camp) {
        /** Copies list and map. */
        public Sent {
            files = List.copyOf(files);
            mended = Map.copyOf(mended);
        }

        private ImportRequest request(SentFiles sent, StudentIds ids) {
            return new ImportRequest(
                    sent.all(files),
                    sent.ifAny(bells),
                    sent.ifAny(mapping),
                    schoolYear,
                    weeks,
                    title,
                    language,
                    WHOLE,
                    mended,
                    camp,
                    ids);
        }
    }

    /**
     * What came of files, with the tables in them.
     *
     * @param imported what came of them
     * @param tables   the tables as they were read, mended cells included
     */
    public record Preview(Imported imported, List<SeenTable> tables) {
        /** Copies the list. */
        public Preview {
            tables = List.copyOf(tables);
        }
    }

    /**
     * What comes of files; no plan is changed.
     *
     * @param present the problem whose place it is to take, whose students keep their ids; {@code null} means none
     */
    Imported read(OrganisationId organisation, Sent sent, @Nullable Problem present) {
        try (var files = new SentFiles(temporary)) {
            return house.imported(sent.request(files, ids(organisation, present)));
        }
    }

    private StudentIds ids(OrganisationId organisation, @Nullable Problem present) {
        return new StudentIds(() -> keys.of(organisation), present);
    }

    /** The same with the tables in them, to be looked at. */
    public Preview preview(OrganisationId organisation, Sent sent) {
        try (var files = new SentFiles(temporary)) {
            ImportRequest request = sent.request(files, ids(organisation, null));
            return new Preview(house.imported(request), house.tables(request));
        }
    }

    /**
     * Makes a plan of what came of files.
     *
     * @param acceptWarnings whether it is to be made though something was found that somebody should look at
     * @param files          how many files there were
     * @throws Refusal 422 with all that was found, if there is an error, or a warning that isn't accepted
     */
    public Plan make(OrganisationId organisation, Imported imported, boolean acceptWarnings, int files, Caller caller) {
        Kept.OfProblem problem = kept(imported, acceptWarnings);
        var first = new Change("revision.imported", List.of(String.valueOf(files)), problem, null);
        return plans.create(organisation, problem.value().title(), first, null, caller.account());
    }

    /** The problem, kept; or everything that somebody should look at first. */
    Kept.OfProblem kept(Imported imported, boolean acceptWarnings) {
        String json = text(imported);
        long warnings = imported.findings().stream()
                .filter(one -> one.finding().severity() == Severity.WARNING)
                .count();
        if (warnings > 0 && !acceptWarnings) {
            var all = new ArrayList<Finding>();
            all.add(Finding.error("import.accept-warnings", "", warnings));
            all.addAll(placed(imported));
            throw Refusal.unusable(all);
        }
        Problem accepted = imported.problem();
        return documents.keepProblem(json, "", accepted == null ? List.of() : accepted.staff());
    }

    /** The problem's text; or everything that is wrong with the files, each with its file and place. */
    static String text(Imported imported) {
        String json = imported.json();
        if (json == null) {
            throw Refusal.unusable(placed(imported));
        }
        return json;
    }

    private static List<Finding> placed(Imported imported) {
        return imported.findings().stream()
                .sorted((one, other) ->
                        one.finding().severity().compareTo(other.finding().severity()))
                .map(one -> new Finding(
                        one.finding().code(),
                        one.finding().severity(),
                        one.finding().pointer().isEmpty()
                                ? one.file()
                                : one.file() + ": " + one.finding().pointer(),
                        one.finding().arguments()))
                .toList();
    }
}
