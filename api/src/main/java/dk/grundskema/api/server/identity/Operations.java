package dk.grundskema.api.server.identity;

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

/** All operations of the service. The start stops if one of them doesn't say what it needs, or leads to no organisation though it needs to. */
@Component
class Operations implements SmartInitializingSingleton {
    private static final String HOUSE = "dk.grundskema.";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final RequestMappingHandlerMapping mapping;
    private final Set<String> belongings;

    Operations(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            List<Belonging> belongings) {
        this.mapping = mapping;
        this.belongings = belongings.stream().map(Belonging::variable).collect(Collectors.toSet());
    }

    /** The variables of paths that lead to an organisation. */
    Set<String> belongings() {
        return Set.copyOf(belongings);
    }

    /**
     * One operation.
     *
     * @param id     what its description calls it; the method's name if it has no description
     * @param method of HTTP
     * @param path   with variables in braces
     * @param needs  what it needs
     */
    record Known(String id, String method, String path, Permission needs) {
        /** The variables of the path. */
        Set<String> variables() {
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
     * The operations.
     *
     * @throws IllegalStateException if one doesn't say what it needs, or leads to no organisation though it needs to
     */
    List<Known> all() {
        var all = new ArrayList<Known>();
        mapping.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith(HOUSE))
                .forEach(each -> all.addAll(known(each)));
        return all;
    }

    private List<Known> known(Map.Entry<RequestMappingInfo, HandlerMethod> each) {
        HandlerMethod handler = each.getValue();
        Needs needs = handler.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(
                    "The operation (%s) doesn't say what it needs.\nMaybe @Needs was forgotten?".formatted(handler));
        }
        String id = id(handler);
        var all = new ArrayList<Known>();
        for (String path : each.getKey().getPatternValues()) {
            for (RequestMethod method : each.getKey().getMethodsCondition().getMethods()) {
                all.add(checked(new Known(id, method.name(), path, needs.value())));
            }
        }
        return all;
    }

    /** What an operation is called: by its description, or else as its method. */
    static String id(HandlerMethod handler) {
        Operation described = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Operation.class);
        return described == null ? handler.getMethod().getName() : described.operationId();
    }

    private Known checked(Known one) {
        boolean isAnywhere = Set.of(Permission.NONE, Permission.SIGNED_IN, Permission.ACCOUNT)
                .contains(one.needs());
        if (!isAnywhere && one.variables().stream().noneMatch(belongings::contains)) {
            throw new IllegalStateException(
                    "The operation (%s %s) needs %s, but its path's variables (%s) lead to no organisation.\nMaybe a Belonging is missing?"
                            .formatted(one.method(), one.path(), one.needs(), one.variables()));
        }
        return one;
    }
}
