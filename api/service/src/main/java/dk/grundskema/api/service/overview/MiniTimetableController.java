package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the style sheet with the colours of small timetables. */
@PageController
@Hidden // not part of the REST API
final class MiniTimetableController {
    private static final Duration CACHE_LIFETIME = Duration.ofDays(1);

    private final PlanStore plans;
    private final MiniTimetableBuilder miniTimetableBuilder;

    MiniTimetableController(PlanStore plans, MiniTimetableBuilder miniTimetableBuilder) {
        this.plans = plans;
        this.miniTimetableBuilder = miniTimetableBuilder;
    }

    /** @param of ids of the revisions; the first one is drawn in the scope {@code of-0}, and so on */
    @GetMapping("/plans/{plan}/looks")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showStyleSheetOf(
            @PathVariable PlanId plan, @RequestParam(defaultValue = "") List<RevisionId> of) {
        String style = miniTimetableBuilder.styleSheet(plans.get(plan), of);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHE_LIFETIME).cachePrivate())
                .header(HttpHeaders.CONTENT_TYPE, "text/css; charset=utf-8")
                .body(style.getBytes(StandardCharsets.UTF_8));
    }
}
