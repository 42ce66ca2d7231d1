package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.exports.program.ExportScope;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.plan.problem.PlanContentReader;
import dk.grundskema.api.service.plan.problem.PlanContentReader.PlanContent;
import dk.grundskema.domain.finding.Id;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page from which files for other programs are downloaded. */
@PageController
@Hidden // not part of the REST API
final class ExportsPageController {
    private final PlanStore plans;
    private final PlanContentReader planContentReader;
    private final TimetableViewProvider timetableViewProvider;
    private final ProgramExportProvider exports;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    ExportsPageController(
            PlanStore plans,
            PlanContentReader planContentReader,
            TimetableViewProvider timetableViewProvider,
            ProgramExportProvider exports,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.planContentReader = planContentReader;
        this.timetableViewProvider = timetableViewProvider;
        this.exports = exports;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(ExportsPage.class, "exports");
    }

    /** Shows the page; before planning, for the school's existing lessons. Redirects to the plan's page if there are none. */
    @GetMapping("/plans/{plan}/exports")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showExports(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(defaultValue = "") String group,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        PlanContent content = planContentReader.read(found);
        if (!content.hasTimetableOrLessons()) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        ViewedTimetable viewed = exports.resolve(plan, caller);
        ExportScope scope = exports.scope(viewed, staff, group);
        var views = timetableViewProvider.views(viewed);
        var page = new ExportsPage(
                plan.value(),
                content.hasTimetable(),
                choices(views.teams(), scope.group()),
                choices(views.staffWithEntries(), scope.staff()),
                query(scope),
                exports.formats(found).stream()
                        .map(format ->
                                new ExportsPage.FormatFiles(format.word(), exports.losses(viewed, format, scope)))
                        .toList());
        var bar = planBars.create(found, PlanPart.OVERVIEW);
        return templates.render(request, "exports", page.head().withPlan(bar), Map.of("page", page));
    }

    private static <I extends Id> List<ExportsPage.Choice> choices(List<NamedEntity<I>> all, @Nullable I chosen) {
        return all.stream()
                .map(each -> new ExportsPage.Choice(
                        each.id().value(), each.name(), each.id().equals(chosen)))
                .toList();
    }

    /** Ids need no escaping in addresses. */
    private static String query(ExportScope scope) {
        String parts = Stream.of(
                        scope.staff() == null ? null : "staff=" + scope.staff(),
                        scope.group() == null ? null : "group=" + scope.group())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("&"));
        return parts.isEmpty() ? "" : "?" + parts;
    }
}
