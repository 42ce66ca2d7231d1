package dk.grundskema.api.platform.access;

import dk.grundskema.api.platform.http.RefusalException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Provides the caller or the presented credential as an argument of operations. */
public final class CallerArgumentResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class
                || parameter.getParameterType() == PresentedCredential.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<?> known = parameter.getParameterType() == Caller.class
                ? PermissionInterceptor.currentCaller()
                : PermissionInterceptor.currentCaller(PresentedCredential.class);
        return known.orElseThrow(() -> RefusalException.of(HttpStatus.UNAUTHORIZED, "rest.sign-in"));
    }
}
