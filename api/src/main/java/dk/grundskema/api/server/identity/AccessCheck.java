package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.AnsweredRequests;
import dk.grundskema.api.server.platform.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request through to its operation if the caller has what the operation needs where the path leads to. */
@Component
public final class AccessCheck implements HandlerInterceptor {
    private static final String HOUSE = "dk.grundskema.";

    private final Map<String, Belonging> belongings;
    private final Audit audit;

    AccessCheck(List<Belonging> belongings, Audit audit) {
        this.audit = audit;
        this.belongings = belongings.stream().collect(Collectors.toMap(Belonging::variable, Function.identity()));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // What is dispatched again, as the end of a stream is, was let through when it came.
        if (request.getDispatcherType() != DispatcherType.ASYNC
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(HOUSE)) {
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs == null) {
                throw new IllegalStateException(
                        "The operation (%s) doesn't say what it needs.\nMaybe @Needs was forgotten?".formatted(method));
            }
            check(needs.value(), request).ifPresent(organisation -> {
                request.setAttribute(AnsweredRequests.ABOUT, organisation.value());
                request.setAttribute(
                        AnsweredRequests.RIGHTS,
                        new TreeSet<>(AccessCheck.current().orElseThrow().permissions(organisation)).toString());
                Sight sight = Sight.of(method, request, organisation, belongings.keySet());
                if (needs.value() == Permission.READ_STUDENTS) {
                    sight.expected(request);
                } else {
                    sight.possible(request);
                }
            });
        }
        return true;
    }

    /** What was shown without passing {@link SightNoted}, such as a stream, is noted when it is over. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() < 400) {
            Sight.note(request, audit);
        }
    }

    /** The organisation that the path leads to, if the operation asks for one. */
    private Optional<OrganisationId> check(Permission needed, HttpServletRequest request) {
        if (needed == Permission.NONE) {
            return Optional.empty();
        }
        Caller caller = current().orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "rest.sign-in"));
        if (current(Presented.class).stream().anyMatch(one -> !one.isFromOurPages(request))) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "rest.csrf");
        }
        if (needed == Permission.SIGNED_IN) {
            return Optional.empty();
        }
        if (needed == Permission.ACCOUNT) {
            if (!caller.scopes().contains(Permission.ACCOUNT)) {
                throw Refusal.forbidden();
            }
            return Optional.empty();
        }
        OrganisationId organisation = organisation(request).orElseThrow(Refusal::notFound);
        if (!caller.knows(organisation)) {
            throw Refusal.notFound();
        }
        Set<Permission> has = caller.permissions(organisation);
        if (!has.contains(needed)
                || (changesPlansOnPages(needed, request) && !has.contains(Permission.READ_STUDENTS))) {
            throw Refusal.forbidden();
        }
        return Optional.of(organisation);
    }

    /**
     * Whether it is a page on which plans are changed. Such pages name students, and have their ids in forms; who may not see students, such as a token
     * that lacks that scope, changes plans over REST, which gives numbers.
     */
    private static boolean changesPlansOnPages(Permission needed, HttpServletRequest request) {
        return (needed == Permission.EDIT || needed == Permission.PLAN)
                && !request.getRequestURI().startsWith("/api/");
    }

    /** Who calls, if anybody is known to. */
    static Optional<Caller> current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** What the caller showed to be known by, if it is of that type. */
    static <T> Optional<T> current(Class<T> type) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && type.isInstance(known.getDetails())
                ? Optional.of(type.cast(known.getDetails()))
                : Optional.empty();
    }

    private Optional<OrganisationId> organisation(HttpServletRequest request) {
        Map<String, String> path = variables(request);
        return path.entrySet().stream()
                .flatMap(each -> Optional.ofNullable(belongings.get(each.getKey())).stream()
                        .map(belonging -> belonging.organisation(each.getValue())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No organisation follows from the path's variables (%s).\nMaybe a Belonging is missing?"
                                .formatted(path.keySet())));
    }

    @SuppressWarnings("unchecked") // so it is documented
    static Map<String, String> variables(HttpServletRequest request) {
        @Nullable Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
    }
}
