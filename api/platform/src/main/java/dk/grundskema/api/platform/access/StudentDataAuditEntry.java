package dk.grundskema.api.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A request that is about to show students' names.
 *
 * @param account      account that sees them
 * @param organisation organisation of the plan
 * @param affectedId        the plan, or another id in the operation's path that belongs to a plan
 * @param person       id of the person shown; {@code null} means everybody
 * @param operation    the operation's id
 */
record StudentDataAuditEntry(
        AccountId account,
        OrganisationId organisation,
        String affectedId,
        @Nullable String person,
        String operation) {
    private static final String ATTRIBUTE = StudentDataAuditEntry.class.getName();
    private static final String POSSIBLE_ATTRIBUTE = ATTRIBUTE + ".possible";
    private static final String STUDENT = "/students/{id}";

    /** Returns the access that the current request is about to make. */
    static StudentDataAuditEntry of(
            HandlerMethod method, HttpServletRequest request, OrganisationId organisation, Set<String> variables) {
        Map<String, String> path = PermissionInterceptor.pathVariables(request);
        String affectedId = path.entrySet().stream()
                .filter(each -> variables.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new StudentDataAuditEntry(
                PermissionInterceptor.currentCaller().orElseThrow().account(),
                organisation,
                affectedId,
                String.valueOf(pattern).endsWith(STUDENT) ? path.get("id") : null,
                OperationRegistry.operationId(method));
    }

    /**
     * Registers the access, to be recorded once data is shown. Nothing is recorded if the object does not exist: nobody sees anything then, and the
     * id may be a name that the caller typed.
     */
    void registerCertain(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Registers the access, to be recorded if the response contains names: the operation shows them to some callers only. */
    void registerPossible(HttpServletRequest request) {
        request.setAttribute(POSSIBLE_ATTRIBUTE, this);
    }

    /** Confirms a possible access: the response contains names. */
    static void confirm(RequestAttributes request) {
        if (request.getAttribute(POSSIBLE_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof StudentDataAuditEntry entry
                && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) == null) {
            request.setAttribute(ATTRIBUTE, entry, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /**
     * An access that shows names.
     *
     * @param entry      the access
     * @param isRepeated whether the data is requested repeatedly, such as a timetable, so that one entry per hour is enough
     */
    record ConfirmedAccess(StudentDataAuditEntry entry, boolean isRepeated) {}

    /** Records the access of the request, once. */
    static void recordOnce(HttpServletRequest request, AuditLog audit) {
        takeConfirmed(request).ifPresent(audit::recordAccess);
    }

    /** Returns the access of the current request, which the caller must record; empty if it shows no names so far, or was recorded. */
    static Optional<ConfirmedAccess> takeConfirmed() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? takeConfirmed(current.getRequest())
                : Optional.empty();
    }

    private static Optional<ConfirmedAccess> takeConfirmed(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof StudentDataAuditEntry entry) {
            request.removeAttribute(ATTRIBUTE);
            boolean isPossible = request.getAttribute(POSSIBLE_ATTRIBUTE) != null;
            request.removeAttribute(POSSIBLE_ATTRIBUTE);
            return Optional.of(new ConfirmedAccess(entry, isPossible));
        }
        return Optional.empty();
    }
}
