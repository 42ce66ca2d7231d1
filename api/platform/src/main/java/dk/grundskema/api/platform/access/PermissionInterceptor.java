package dk.grundskema.api.platform.access;

import dk.grundskema.api.platform.http.IdempotencyRepository;
import dk.grundskema.api.platform.http.RefusalException;
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

/**
 * Checks before each operation that the caller has the permission of its {@link RequiresPermission}. The permission applies to one organisation,
 * which follows from the path: the {@link OrganisationResolver} for one of its variables resolves it. The checks run in this order: signed in (401),
 * CSRF token (403), organisation known and visible to the caller (404), permission (403). The interceptor also prepares the audit entry for
 * operations that show students' names, and stores the permissions for {@link IdempotencyRepository}.
 */
@Component
public final class PermissionInterceptor implements HandlerInterceptor {
    private static final String PACKAGE_PREFIX = "dk.grundskema.";

    private final Map<String, OrganisationResolver> organisationResolvers;
    private final AuditLog audit;

    PermissionInterceptor(List<OrganisationResolver> belongings, AuditLog audit) {
        this.audit = audit;
        this.organisationResolvers =
                belongings.stream().collect(Collectors.toMap(OrganisationResolver::pathVariable, Function.identity()));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // An async dispatch, such as the end of a stream, was checked when the request arrived.
        if (request.getDispatcherType() != DispatcherType.ASYNC
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(PACKAGE_PREFIX)) {
            RequiresPermission needs = method.getMethodAnnotation(RequiresPermission.class);
            if (needs == null) {
                throw new IllegalStateException(
                        "The operation (%s) has no required permission.\nMaybe @RequiresPermission is missing?"
                                .formatted(method));
            }
            requirePermission(needs.value(), request).ifPresent(organisation -> {
                request.setAttribute(IdempotencyRepository.ORGANISATION_ATTRIBUTE, organisation.value());
                request.setAttribute(
                        IdempotencyRepository.PERMISSIONS_ATTRIBUTE,
                        new TreeSet<>(PermissionInterceptor.currentCaller()
                                        .orElseThrow()
                                        .permissionsIn(organisation))
                                .toString());
                StudentDataAuditEntry auditEntry =
                        StudentDataAuditEntry.of(method, request, organisation, organisationResolvers.keySet());
                if (needs.value() == Permission.READ_STUDENTS) {
                    auditEntry.registerCertain(request);
                } else {
                    auditEntry.registerPossible(request);
                }
            });
        }
        return true;
    }

    /** Records access to names that did not pass {@link StudentDataAuditAdvice}, such as a stream, when the response is complete. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() < 400) {
            StudentDataAuditEntry.recordOnce(request, audit);
        }
    }

    /** Checks the permission. Returns the organisation that the path refers to, if the operation requires one. */
    private Optional<OrganisationId> requirePermission(Permission permission, HttpServletRequest request) {
        if (permission == Permission.NONE) {
            return Optional.empty();
        }
        Caller caller = currentCaller().orElseThrow(() -> RefusalException.of(HttpStatus.UNAUTHORIZED, "rest.sign-in"));
        if (currentCaller(PresentedCredential.class).stream().anyMatch(one -> !one.isFromOurPages(request))) {
            throw RefusalException.of(HttpStatus.FORBIDDEN, "rest.csrf");
        }
        if (permission == Permission.SIGNED_IN) {
            return Optional.empty();
        }
        if (permission == Permission.ACCOUNT) {
            if (!caller.scopes().contains(Permission.ACCOUNT)) {
                throw RefusalException.forbidden();
            }
            return Optional.empty();
        }
        OrganisationId organisation = organisation(request).orElseThrow(RefusalException::notFound);
        if (!caller.belongsTo(organisation)) {
            throw RefusalException.notFound();
        }
        Set<Permission> has = caller.permissionsIn(organisation);
        if (!has.contains(permission)
                || (isPlanEditingPage(permission, request) && !has.contains(Permission.READ_STUDENTS))) {
            throw RefusalException.forbidden();
        }
        return Optional.of(organisation);
    }

    /**
     * Returns whether the request is for a page on which plans are edited. Such pages contain students' names and ids. Callers without permission to
     * see students, such as tokens without that scope, edit plans over REST, which uses numbers.
     */
    private static boolean isPlanEditingPage(Permission permission, HttpServletRequest request) {
        return (permission == Permission.EDIT || permission == Permission.PLAN)
                && !request.getRequestURI().startsWith("/api/");
    }

    /** Returns the authenticated caller; empty if there is none. */
    public static Optional<Caller> currentCaller() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** Returns the caller's authentication details; empty if they are of another type. */
    public static <T> Optional<T> currentCaller(Class<T> type) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && type.isInstance(known.getDetails())
                ? Optional.of(type.cast(known.getDetails()))
                : Optional.empty();
    }

    private Optional<OrganisationId> organisation(HttpServletRequest request) {
        Map<String, String> path = pathVariables(request);
        return path.entrySet().stream()
                .flatMap(each -> Optional.ofNullable(organisationResolvers.get(each.getKey())).stream()
                        .map(belonging -> belonging.organisationOf(each.getValue())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The path's variables (%s) resolve to no organisation.\nMaybe an OrganisationResolver is missing?"
                                .formatted(path.keySet())));
    }

    @SuppressWarnings("unchecked") // documented type of the attribute
    static Map<String, String> pathVariables(HttpServletRequest request) {
        @Nullable Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
    }
}
