package dk.grundskema.api.service.input;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionUndo;
import dk.grundskema.api.service.plan.problem.ProblemPartEditor;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the pages on which the lists of a plan are shown and edited as tables. */
@PageController
@Hidden // not part of the REST API
final class ListPageController {
    private final PlanStore plans;
    private final ProblemPartEditor problemPartEditor;
    private final RevisionUndo revisionUndo;
    private final DocumentStore documents;
    private final RequestTexts requestTexts;
    private final TableFormHandler tableFormHandler;

    ListPageController(
            PlanStore plans,
            ProblemPartEditor problemPartEditor,
            RevisionUndo revisionUndo,
            DocumentStore documents,
            RequestTexts requestTexts,
            TableFormHandler tableFormHandler) {
        this.plans = plans;
        this.problemPartEditor = problemPartEditor;
        this.revisionUndo = revisionUndo;
        this.documents = documents;
        this.requestTexts = requestTexts;
        this.tableFormHandler = tableFormHandler;
    }

    @GetMapping("/plans/{plan}/lists")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showLists(@PathVariable PlanId plan) {
        return PageRenderer.redirectTo("/plans/" + plan.value() + "/lists/staff");
    }

    /**
     * @param done last action: {@code saved} or {@code undone}; empty if none
     * @param at   plan version after that action
     */
    @GetMapping("/plans/{plan}/lists/{list}")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showList(
            @PathVariable PlanId plan,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") long at,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        ListKind kind = requireKind(list, found, caller);
        TableFormHandler.EditedTable table = openTable(found, kind);
        var form = TableForm.ofCurrent(kind, table.cells(), problemPartEditor.listElements(plan, list));
        return tableFormHandler.show(HttpStatus.OK, table, form, table.lastAction(done, at), caller, request);
    }

    private static ListKind requireKind(String list, Plan plan, Caller caller) {
        ListKind kind = ListKind.findByField(list).orElseThrow(RefusalException::notFound);
        if (kind.namesStudents() && !StudentNameDisclosure.maySeeNamesRecordingAccess(caller, plan.organisation())) {
            throw RefusalException.forbidden();
        }
        return kind;
    }

    private TableFormHandler.EditedTable openTable(Plan plan, ListKind kind) {
        Map<String, List<Json>> known = Stream.of("schools", "groups", "students", "rooms")
                .collect(Collectors.toMap(one -> one, one -> problemPartEditor.listElements(plan.id(), one)));
        Problem problem =
                documents.problem(plans.revision(plan.head()).problem()).value();
        CellCodec values = CellCodec.ofPlan(problem.horizon().allWeeks());
        var cells = new ListCellCodec(known, SubjectIndex.of(problem), values, requestTexts.texts());
        return new TableFormHandler.EditedTable(plan, kind.field(), kind, cells, SchoolListPage.InterventionRows.NONE);
    }

    /**
     * @param version plan version of the page
     * @param fields  ids of the rows, and the cells by column
     */
    @PostMapping("/plans/{plan}/lists/{list}")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitList(
            @PathVariable PlanId plan,
            @PathVariable String list,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> fields,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        ListKind kind = requireKind(list, found, caller);
        List<Json> now = problemPartEditor.listElements(plan, list);
        TableFormHandler.EditedTable table = openTable(found, kind);
        var form = TableForm.ofSubmitted(kind, table.cells(), fields, now, requestTexts.texts());
        var typed = new TableFormHandler.TableSubmission(
                version,
                form,
                now,
                "",
                elements -> problemPartEditor.putList(plan, version, list, elements, caller.account()));
        return tableFormHandler.save(table, typed, caller, request);
    }

    @PostMapping("/plans/{plan}/lists/{list}/undo")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> undoList(
            @PathVariable PlanId plan,
            @PathVariable String list,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        ListKind kind = requireKind(list, found, caller);
        TableFormHandler.EditedTable table = openTable(found, kind);
        return tableFormHandler.undo(
                table,
                () -> TableForm.ofCurrent(kind, table.cells(), problemPartEditor.listElements(plan, list)),
                () -> revisionUndo.undo(plan, version, caller.account()),
                caller,
                request);
    }
}
