package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets operations have a parameter that is whoever calls, or what that one is known by. */
final class CallerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Presented.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<?> known = parameter.getParameterType() == Caller.class
                ? AccessCheck.current()
                : AccessCheck.current(Presented.class);
        return known.orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "rest.sign-in"));
    }
}
