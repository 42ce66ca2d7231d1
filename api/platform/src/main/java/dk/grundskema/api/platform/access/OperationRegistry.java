package dk.grundskema.api.platform.access;

import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lists all operations of the service. The service does not start if an operation has no required permission, or needs an organisation that does not
 * follow from its path.
 */
@Component
public class OperationRegistry implements SmartInitializingSingleton {
    private static final String PACKAGE_PREFIX = "dk.grundskema.";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final RequestMappingHandlerMapping mapping;
    private final Set<String> resolvedVariables;

    OperationRegistry(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            List<OrganisationResolver> organisationResolvers) {
        this.mapping = mapping;
        this.resolvedVariables = organisationResolvers.stream()
                .map(OrganisationResolver::pathVariable)
                .collect(Collectors.toSet());
    }

    /** Returns the path variables that lead to an organisation. */
    public Set<String> organisationVariables() {
        return Set.copyOf(resolvedVariables);
    }

    /**
     * One operation.
     *
     * @param id     operation id in the OpenAPI document; the method's name if it is not documented
     * @param method HTTP method
     * @param path   path with variables in braces
     * @param needs  required permission
     */
    public record RegisteredOperation(String id, String method, String path, Permission needs) {
        /** Returns the variables of the path. */
        public Set<String> variables() {
            return VARIABLE.matcher(path)
                    .results()
                    .map(one -> one.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        all();
    }

    /**
     * Returns all operations.
     *
     * @throws IllegalStateException if an operation has no required permission, or needs an organisation that does not follow from its path
     */
    public List<RegisteredOperation> all() {
        var all = new ArrayList<RegisteredOperation>();
        mapping.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith(PACKAGE_PREFIX))
                .forEach(each -> all.addAll(registeredOperations(each)));
        return all;
    }

    private List<RegisteredOperation> registeredOperations(Map.Entry<RequestMappingInfo, HandlerMethod> each) {
        HandlerMethod handler = each.getValue();
        RequiresPermission needs = handler.getMethodAnnotation(RequiresPermission.class);
        if (needs == null) {
            throw new IllegalStateException(
                    "The operation (%s) has no required permission.\nMaybe @RequiresPermission is missing?"
                            .formatted(handler));
        }
        String id = operationId(handler);
        var all = new ArrayList<RegisteredOperation>();
        for (String path : each.getKey().getPatternValues()) {
            for (RequestMethod method : each.getKey().getMethodsCondition().getMethods()) {
                all.add(requireOrganisation(new RegisteredOperation(id, method.name(), path, needs.value())));
            }
        }
        return all;
    }

    /** Returns the operation id in the OpenAPI document, or else the method's name. */
    static String operationId(HandlerMethod handler) {
        Operation described = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Operation.class);
        return described == null ? handler.getMethod().getName() : described.operationId();
    }

    private RegisteredOperation requireOrganisation(RegisteredOperation one) {
        boolean isAnywhere = Set.of(Permission.NONE, Permission.SIGNED_IN, Permission.ACCOUNT)
                .contains(one.needs());
        if (!isAnywhere && one.variables().stream().noneMatch(resolvedVariables::contains)) {
            throw new IllegalStateException(
                    "The operation (%s %s) needs %s, but its path's variables (%s) lead to no organisation.\nMaybe its resolver is missing?"
                            .formatted(one.method(), one.path(), one.needs(), one.variables()));
        }
        return one;
    }
}
