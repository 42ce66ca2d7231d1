package dk.grundskema.api.service.plan.problem;

import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.PermissionInterceptor;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Creates the navigation bar above the pages of a plan: the parts that the caller may see and that have content. */
@Component
public class PlanBarFactory {
    /** Permissions needed to view parts for which reading the plan is not enough. */
    private static final Map<PlanPart, Permission> NEEDED = Map.of(
            PlanPart.ABSENCES,
            Permission.EDIT,
            PlanPart.CHANGE,
            Permission.EDIT,
            PlanPart.PRINT,
            Permission.READ_STUDENTS,
            PlanPart.CAMP,
            Permission.PLAN,
            PlanPart.RULES,
            Permission.PLAN);

    /** Parts that need only what is stored, so that they can be seen where a plugin is missing. */
    private static final Set<PlanPart> READ_ONLY =
            Set.of(PlanPart.OVERVIEW, PlanPart.TIMETABLE, PlanPart.PRINT, PlanPart.HISTORY);

    private final PlanContentReader contents;

    PlanBarFactory(PlanContentReader contents) {
        this.contents = contents;
    }

    /** Returns the navigation bar for a part of a plan. */
    public PlanBar create(Plan plan, PlanPart shown) {
        Set<Permission> permissions = PermissionInterceptor.currentCaller()
                .map(caller -> caller.permissionsIn(plan.organisation()))
                .orElse(Set.of());
        PlanContentReader.PlanContent kind = contents.read(plan);
        List<PlanPart> parts = Arrays.stream(PlanPart.values())
                .filter(one -> permissions.contains(NEEDED.getOrDefault(one, Permission.READ)))
                .filter(one -> one == shown
                        || (hasContent(one, kind) && (kind.missing().isEmpty() || READ_ONLY.contains(one))))
                .toList();
        return new PlanBar(plan.id().value(), plan.title(), plan.version(), parts, shown, kind.missing());
    }

    /** Returns whether a part has content. */
    private static boolean hasContent(PlanPart part, PlanContentReader.PlanContent kind) {
        return switch (part) {
            case CAMP -> kind.hasCamp();
            case TIMETABLE -> kind.hasTimetableOrLessons();
            default -> !part.needsTimetable() || kind.hasTimetable();
        };
    }

    /**
     * Returns the plan version for the next submission of a form. This is the submitted version, so that concurrent changes are still reported,
     * unless the response already reports them.
     *
     * @param status status of the response
     */
    public static long submittedVersion(Plan plan, HttpStatus status, HttpServletRequest request) {
        boolean isSaid = status == HttpStatus.PRECONDITION_FAILED || status == HttpStatus.CONFLICT;
        String sent = request.getParameter("version");
        return isSaid || sent == null || !sent.matches("\\d{1,18}") ? plan.version() : Long.parseLong(sent);
    }
}
