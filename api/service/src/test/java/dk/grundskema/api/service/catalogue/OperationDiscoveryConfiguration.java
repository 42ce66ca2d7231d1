package dk.grundskema.api.service.catalogue;

import com.fasterxml.jackson.databind.JavaType;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.Caller;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/**
 * Lets springdoc find the operations, but not derive schemas of bodies: it would use Jackson, which neither reads nor writes them. In place of a
 * schema it leaves a marker with the Java type.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", havingValue = "true")
class OperationDiscoveryConfiguration {
    /** Prefix of references that stand for the schema of a Java type. */
    static final String MARK = "#/components/schemas/java:";

    /** Names the method of an operation, to be taken away. */
    static final String METHOD = "x-method";

    private final Map<String, HandlerMethod> methods = new HashMap<>();

    HandlerMethod findMethod(String mark) {
        HandlerMethod method = methods.get(mark);
        if (method == null) {
            throw new IllegalStateException("No method is known as (%s).".formatted(mark));
        }
        return method;
    }

    @Bean
    OperationCustomizer methods() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        return (Operation operation, HandlerMethod method) -> {
            String mark = method.getShortLogMessage();
            methods.put(mark, method);
            operation.addExtension(METHOD, mark);
            return operation;
        };
    }

    @Bean
    static ModelConverter marks() {
        return new TypeMarkConverter();
    }

    private static final class TypeMarkConverter implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Class<?> raw = raw(type.getType());
            if (raw != null && isOurs(raw)) {
                return new Schema<>().$ref(MARK + raw.getName());
            }
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }

        private static boolean isOurs(Class<?> raw) {
            return raw == Json.class
                    || (raw.getName().startsWith("dk.grundskema.") && (raw.isRecord() || raw.isEnum()))
                    || (raw.getName().startsWith("java.time.") && raw != Duration.class);
        }

        private static @Nullable Class<?> raw(@Nullable Type type) {
            return switch (type) {
                case Class<?> plain -> plain;
                case JavaType java -> java.getRawClass();
                case null, default -> null;
            };
        }
    }
}
