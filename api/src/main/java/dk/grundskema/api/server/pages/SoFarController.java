package dk.grundskema.api.server.pages;

import dk.grundskema.api.exports.LookStyle;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.solving.SolveId;
import dk.grundskema.api.server.solving.SolveNews;
import dk.grundskema.api.server.solving.SolveNews.Now;
import dk.grundskema.api.server.views.SeenTimetables;
import dk.grundskema.api.server.views.SeenTimetables.Seen;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.timetable.TimetablePage.Sought;
import dk.grundskema.api.web.app.timetable.TimetablePages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which what the computer has found so far is looked at. */
@RestController
@Hidden // no part of what programs are offered
final class SoFarController {
    private final SolveNews solves;
    private final SeenTimetables timetables;
    private final Front front;
    private final Spoken<TimetablePages> pages;

    SoFarController(SolveNews solves, SeenTimetables timetables, Front front) {
        this.solves = solves;
        this.timetables = timetables;
        this.front = front;
        this.pages = front.speaking(TimetablePages::new);
    }

    /**
     * Of a solve that has found nothing yet the visitor is led back to where it is watched.
     *
     * @param of   what is looked at, such as {@code TEAM:hold-1}
     * @param week the week, such as {@code 2026-W37}
     * @param date the day, where a day is looked at
     */
    @GetMapping("/solves/{job}/timetable")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showSoFar(
            @PathVariable SolveId job,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String date,
            Caller caller,
            HttpServletRequest request) {
        Now now = solves.of(job);
        String best = now.best();
        Seen seen = best == null ? null : timetables.of(now.plan(), best, caller);
        if (seen == null || seen.views().weeks().isEmpty()) {
            return Front.to("/plans/" + now.plan().value() + "/plan");
        }
        var page = new TimetableChoices(seen, "/solves/" + job.value(), true).page(of, week, date, Sought.NOTHING);
        Plan plan = seen.plan();
        PlanBar bar = front.bar(plan, PlanPart.PLAN);
        return pages.page(request, (own, visitor) -> own.timetable(visitor, bar, page));
    }

    /** The looks of what it has found by now; they are kept by nobody, since the next may have others. */
    @GetMapping("/solves/{job}/looks/{hash}.css")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showSoFarLooks(@PathVariable SolveId job, @PathVariable String hash) {
        Now now = solves.of(job);
        String best = now.best();
        String style = best == null
                ? ""
                : LookStyle.of(timetables.unnamed(now.plan(), best).views().looks());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "text/css; charset=utf-8")
                .body(style.getBytes(StandardCharsets.UTF_8));
    }
}
