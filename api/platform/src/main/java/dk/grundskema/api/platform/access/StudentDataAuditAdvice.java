package dk.grundskema.api.platform.access;

import dk.grundskema.api.platform.http.ProblemDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Records access to students' names before the first byte of the response body is sent. */
@RestControllerAdvice
final class StudentDataAuditAdvice implements ResponseBodyAdvice<Object> {
    private final AuditLog audit;

    StudentDataAuditAdvice(AuditLog audit) {
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
            StudentDataAuditEntry.recordOnce(known.getServletRequest(), audit);
        }
        return body;
    }
}
