package dk.grundskema.api.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Somebody is about to see who students are.
 *
 * @param account      who
 * @param organisation whose plan
 * @param thing        the plan, or what else of a plan the operation's path names
 * @param person       id of whom it shows; {@code null} means everybody
 * @param operation    the operation's id
 */
record Sight(
        AccountId account,
        OrganisationId organisation,
        String thing,
        @Nullable String person,
        String operation) {
    private static final String ATTRIBUTE = Sight.class.getName();
    private static final String POSSIBLE = ATTRIBUTE + ".possible";
    private static final String STUDENT = "/students/{id}";

    /** What an operation shows. */
    static Sight of(
            HandlerMethod method, HttpServletRequest request, OrganisationId organisation, Set<String> belongings) {
        Map<String, String> path = AccessCheck.variables(request);
        String thing = path.entrySet().stream()
                .filter(each -> belongings.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new Sight(
                AccessCheck.current().orElseThrow().account(),
                organisation,
                thing,
                String.valueOf(pattern).endsWith(STUDENT) ? path.get("id") : null,
                Operations.id(method));
    }

    /** Lets it be noted once it is sure that something is shown: what isn't there is seen by nobody, and may be a name that somebody typed. */
    void expected(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Lets it be noted if it turns out that names are shown: to some the operation shows them, to others not. */
    void possible(HttpServletRequest request) {
        request.setAttribute(POSSIBLE, this);
    }

    /** Names are shown that needn't have been. */
    static void isShown(RequestAttributes request) {
        if (request.getAttribute(POSSIBLE, RequestAttributes.SCOPE_REQUEST) instanceof Sight sight
                && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) == null) {
            request.setAttribute(ATTRIBUTE, sight, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Notes what the request is about to show, once. What is looked at over and over, such as a timetable, is noted once an hour. */
    static void note(HttpServletRequest request, Audit audit) {
        if (request.getAttribute(ATTRIBUTE) instanceof Sight sight) {
            request.removeAttribute(ATTRIBUTE);
            boolean isPossible = request.getAttribute(POSSIBLE) != null;
            request.removeAttribute(POSSIBLE);
            if (isPossible) {
                audit.usedOften(sight.account, sight.organisation, sight.thing, sight.operation);
            } else {
                audit.used(sight.account, sight.organisation, sight.thing, sight.person, sight.operation);
            }
        }
    }
}
