package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.ProblemDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Whatever can only be had by who may see students' names, is noted as seen before the first byte of it is sent. */
@RestControllerAdvice
final class SightNoted implements ResponseBodyAdvice<Object> {
    private final Audit audit;

    SightNoted(Audit audit) {
        this.audit = audit;
    }

    @Override
    public boolean supports(MethodParameter operation, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter operation,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof ProblemDetails) && request instanceof ServletServerHttpRequest known) {
            Sight.note(known.getServletRequest(), audit);
        }
        return body;
    }
}
