package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.planning.catalogue.FormField;
import dk.grundskema.api.planning.catalogue.FormField.Kind;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.api.service.plan.RevisionUndo;
import dk.grundskema.api.service.plan.problem.ProblemPartEditor;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page on which the needs of interventions are edited as a table: who takes part, how much, and when. */
@PageController
@Hidden // not part of the REST API
final class NeedsPageController {
    private static final String NEEDS = "needs";

    private final PlanStore plans;
    private final DocumentStore documents;
    private final ProblemPartEditor parts;
    private final RevisionRepository revisions;
    private final RevisionUndo revisionUndo;
    private final NeedListFinder needListFinder;
    private final RequestTexts requestTexts;
    private final TableFormHandler tableFormHandler;

    NeedsPageController(
            PlanStore plans,
            DocumentStore documents,
            ProblemPartEditor parts,
            RevisionRepository revisions,
            RevisionUndo revisionUndo,
            NeedListFinder needListFinder,
            RequestTexts requestTexts,
            TableFormHandler tableFormHandler) {
        this.plans = plans;
        this.documents = documents;
        this.parts = parts;
        this.revisions = revisions;
        this.revisionUndo = revisionUndo;
        this.needListFinder = needListFinder;
        this.requestTexts = requestTexts;
        this.tableFormHandler = tableFormHandler;
    }

    /**
     * The selected list.
     *
     * @param rows  the list
     * @param table its table
     */
    private record OpenNeedList(NeedList rows, TableFormHandler.EditedTable table) {}

    /**
     * @param of   id of the intervention; without it, the first one
     * @param rows list within the intervention; without it, the first one
     * @param done last action: {@code saved} or {@code undone}; empty if none
     * @param at   plan version after that action
     */
    @GetMapping("/plans/{plan}/lists/needs")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showNeeds(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") long at,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        Problem problem = problem(found);
        if (of.isEmpty()
                && visibleLists(needListFinder.findAll(problem), found, caller).isEmpty()) {
            return tableFormHandler.showNoNeeds(found, !problem.interventions().isEmpty(), caller, request);
        }
        OpenNeedList looked = openNeedList(found, problem, of, rows, caller).orElseThrow(RefusalException::notFound);
        TableFormHandler.EditedTable table = looked.table();
        var form =
                TableForm.ofCurrent(table.sheet(), table.cells(), looked.rows().rows());
        return tableFormHandler.show(HttpStatus.OK, table, form, table.lastAction(done, at), caller, request);
    }

    private Problem problem(Plan plan) {
        return documents.problem(plans.revision(plan.head()).problem()).value();
    }

    /** Returns the lists that the caller may read. */
    private static List<NeedList> visibleLists(List<NeedList> all, Plan plan, Caller caller) {
        boolean isTold = caller.permissionsIn(plan.organisation()).contains(Permission.READ_STUDENTS);
        return all.stream().filter(one -> isTold || !one.namesStudents()).toList();
    }

    /** Returns the selected list; empty if it does not exist. Fails with 403 if the caller may not read it. */
    private Optional<OpenNeedList> openNeedList(Plan plan, Problem problem, String of, String word, Caller caller) {
        List<NeedList> all = needListFinder.findAll(problem);
        List<NeedList> seen = visibleLists(all, plan, caller);
        return (word.isEmpty() ? seen : all)
                .stream()
                        .filter(one -> of.isEmpty() || one.id().equals(of))
                        .filter(one -> word.isEmpty() || one.fieldPath().equals(word))
                        .findFirst()
                        .map(chosen -> openNeedList(plan, problem, chosen, seen, caller));
    }

    private OpenNeedList openNeedList(Plan plan, Problem problem, NeedList chosen, List<NeedList> seen, Caller caller) {
        boolean hasNames =
                chosen.namesStudents() && StudentNameDisclosure.maySeeNamesRecordingAccess(caller, plan.organisation());
        if (chosen.namesStudents() && !hasNames) {
            throw RefusalException.forbidden();
        }
        CellCodec values = CellCodec.ofPlan(problem.horizon().allWeeks());
        var cells = new ListCellCodec(
                needListFinder.namedItems(problem, hasNames), SubjectIndex.of(problem), values, requestTexts.texts());
        return new OpenNeedList(
                chosen,
                new TableFormHandler.EditedTable(
                        plan, NEEDS, NeedTableSchema.of(chosen.field()), cells, interventionRows(chosen, seen)));
    }

    private static SchoolListPage.InterventionRows interventionRows(NeedList chosen, List<NeedList> all) {
        return new SchoolListPage.InterventionRows(
                chosen.query(),
                chosen.id(),
                chosen.intervention().title(),
                chosen.field().label(),
                chosen.field().hint(),
                chosen.type().source(),
                chosen.field().fields().stream()
                        .filter(one -> !one.isInline() && one.kind() != Kind.KEPT)
                        .map(FormField::label)
                        .toList(),
                all.stream()
                        .map(one -> new SchoolListPage.NeedListLink(
                                one.id(),
                                one.intervention().title(),
                                one.field().label(),
                                one.rows().size(),
                                one.query()))
                        .toList(),
                false);
    }

    /**
     * @param version plan version of the page
     * @param fields  keys of the rows, and the cells by column
     */
    @PostMapping("/plans/{plan}/lists/needs")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitNeeds(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> fields,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        Problem problem = problem(found);
        var there = openNeedList(found, problem, of, rows, caller);
        if (there.isEmpty()) {
            OpenNeedList gone = revisions
                    .findAtVersion(plan, version)
                    .map(then -> documents.problem(then.problem()).value())
                    .flatMap(then -> openNeedList(found, then, of, rows, caller))
                    .orElseThrow(RefusalException::notFound);
            boolean isPlanned = problem.interventions().stream()
                    .anyMatch(one -> one.id().equals(gone.rows().intervention().id()));
            String note = requestTexts.texts().text(isPlanned ? "pages.list-gone" : "pages.list-intervention-gone");
            return tableFormHandler.showRemoved(gone.table(), version, readForm(gone, fields), note, caller, request);
        }
        NeedList chosen = there.get().rows();
        TableFormHandler.EditedTable table = there.get().table();
        var form = readForm(there.get(), fields);
        var typed = new TableFormHandler.TableSubmission(
                version,
                form,
                chosen.rows(),
                chosen.pointer(),
                elements -> parts.put(
                        plan,
                        version,
                        ProblemPartEditor.INTERVENTIONS,
                        chosen.id(),
                        needListFinder.withRows(chosen, elements),
                        caller.account()));
        return tableFormHandler.save(table, typed, caller, request);
    }

    private TableForm readForm(OpenNeedList looked, MultiValueMap<String, String> fields) {
        TableFormHandler.EditedTable table = looked.table();
        return TableForm.ofSubmitted(
                table.sheet(), table.cells(), fields, looked.rows().rows(), requestTexts.texts());
    }

    @PostMapping("/plans/{plan}/lists/needs/undo")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> undoNeeds(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        OpenNeedList looked =
                openNeedList(found, problem(found), of, rows, caller).orElseThrow(RefusalException::notFound);
        TableFormHandler.EditedTable table = looked.table();
        return tableFormHandler.undo(
                table,
                () -> TableForm.ofCurrent(
                        table.sheet(), table.cells(), looked.rows().rows()),
                () -> revisionUndo.undo(plan, version, caller.account()),
                caller,
                request);
    }
}
