package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.Names;
import dk.grundskema.api.imports.Imported;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.ImportViews.FileFindingView;
import dk.grundskema.api.server.plans.ImportViews.ImportView;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Makes problems and plans of the files that a school has, over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Imports")
final class ImportController {
    private final Plans plans;
    private final Documents documents;
    private final Imports imports;
    private final Naming naming;
    private final Speaking speaking;
    private final PlanAnswers answers;

    ImportController(
            Plans plans, Documents documents, Imports imports, Naming naming, Speaking speaking, PlanAnswers answers) {
        this.plans = plans;
        this.documents = documents;
        this.imports = imports;
        this.naming = naming;
        this.speaking = speaking;
        this.answers = answers;
    }

    /**
     * With an error in the files there is no problem, and everything that was found is in the refusal (422). Warnings keep nothing from being
     * looked at; a plan is made of it if they are accepted.
     *
     * @param files          what the school has: lists as xlsx or csv, or files of FET, aSc, Untis or calendars; several at once
     * @param bells          a file that says when lessons of a number are, if the files don't
     * @param mapping        a mapping file, of the schema import-mapping
     * @param schoolYear     such as 2026/27; absent means that a file says it
     * @param weeks          first and last week to plan, such as 33-51; absent means the school year
     * @param title          what the plan is called; absent means what the school and year are called
     * @param language       da or en: language of texts that become part of the problem; absent means that of the answer
     * @param acceptWarnings whether the problem is to be kept though something was found that somebody should look at
     * @param createPlan     whether a plan is to be made; otherwise nothing is kept
     */
    @PostMapping("/organisations/{organisation}/imports")
    @Needs(Permission.PLAN)
    @Operation(
            operationId = "importFiles",
            summary = "Says what is understood of a school's files, and makes a problem or a plan of them.")
    ResponseEntity<ImportView> into(
            @PathVariable OrganisationId organisation,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            @RequestPart(required = false) @Nullable MultipartFile bells,
            @RequestPart(required = false) @Nullable MultipartFile mapping,
            @RequestParam(required = false) @Nullable String schoolYear,
            @RequestParam(required = false) @Nullable String weeks,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "false") boolean acceptWarnings,
            @RequestParam(defaultValue = "false") boolean createPlan,
            Caller caller) {
        var students = Naming.students(caller, organisation);
        Imported imported =
                imports.read(organisation, sent(files, bells, mapping, schoolYear, weeks, title, language), null);
        if (!createPlan) {
            return ResponseEntity.ok(view(imported, students, problem(imported), null));
        }
        Plan plan = imports.make(organisation, imported, acceptWarnings, count(files), caller);
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan.id()))
                .eTag(Precondition.tag(plan.version()))
                .body(view(imported, students, null, plan));
    }

    /**
     * @param files          what the school has: lists as xlsx or csv, or files of FET, aSc, Untis or calendars; several at once
     * @param bells          a file that says when lessons of a number are, if the files don't
     * @param mapping        a mapping file, of the schema import-mapping
     * @param schoolYear     such as 2026/27; absent means that a file says it
     * @param weeks          first and last week to plan, such as 33-51; absent means the school year
     * @param title          what the plan is called; absent means what the school and year are called
     * @param language       da or en: language of texts that become part of the problem; absent means that of the answer
     * @param acceptWarnings whether the problem is to be kept though something was found that somebody should look at
     */
    @PostMapping("/plans/{plan}/imports")
    @Needs(Permission.PLAN)
    @Operation(
            operationId = "importFilesIntoPlan",
            summary = "Puts what is understood of a school's files in the place of a plan's problem.")
    ResponseEntity<ImportView> intoPlan(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestPart(required = false) @Nullable List<MultipartFile> files,
            @RequestPart(required = false) @Nullable MultipartFile bells,
            @RequestPart(required = false) @Nullable MultipartFile mapping,
            @RequestParam(required = false) @Nullable String schoolYear,
            @RequestParam(required = false) @Nullable String weeks,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "false") boolean acceptWarnings,
            Caller caller) {
        long version = Precondition.version(ifMatch);
        Revision now = plans.changeable(plan, version);
        Imported imported = imports.read(
                plans.get(plan).organisation(),
                sent(files, bells, mapping, schoolYear, weeks, title, language),
                documents.problem(now.problem()).value());
        Kept.OfProblem problem = imports.kept(imported, acceptWarnings);
        var change = new Change(
                "revision.imported", List.of(String.valueOf(count(files))), problem, documents.timetableOf(now));
        Plan changed = plans.change(plan, version, change, caller.account());
        return Precondition.tagged(
                changed.version(), view(imported, Naming.students(caller, changed.organisation()), null, changed));
    }

    private Imports.Sent sent(
            @Nullable List<MultipartFile> files,
            @Nullable MultipartFile bells,
            @Nullable MultipartFile mapping,
            @Nullable String schoolYear,
            @Nullable String weeks,
            @Nullable String title,
            @Nullable String language) {
        return new Imports.Sent(
                files == null ? List.of() : files,
                bells,
                mapping,
                schoolYear,
                weeks,
                title,
                language(language),
                Map.of(),
                null);
    }

    private static int count(@Nullable List<MultipartFile> files) {
        return files == null ? 0 : files.size();
    }

    private Language language(@Nullable String asked) {
        String wanted = asked == null ? speaking.language().getLanguage() : asked.toLowerCase(Locale.ROOT);
        for (Language language : Language.values()) {
            if (language.locale().getLanguage().equals(wanted)) {
                return language;
            }
        }
        throw Refusal.of(HttpStatus.BAD_REQUEST, "import.bad-language", wanted);
    }

    private static Json problem(Imported imported) {
        if (JsonParsing.parse(Imports.text(imported)) instanceof Read.Good<Json> good) {
            return good.value();
        }
        throw new IllegalStateException("What was made of files is no JSON.");
    }

    private ImportView view(Imported imported, Names.OfStudents students, @Nullable Json problem, @Nullable Plan plan) {
        Problem named = imported.problem();
        Texts texts = named == null ? speaking.texts() : speaking.texts().named(naming.bareNames(named, students));
        return new ImportView(
                imported.understood(),
                imported.findings().stream()
                        .map(one -> new FileFindingView(
                                one.finding().code(),
                                one.finding().severity(),
                                one.file(),
                                one.finding().pointer(),
                                texts.of(one.finding())))
                        .toList(),
                problem,
                plan == null ? null : answers.view(plan));
    }
}
