package dk.grundskema.api.service.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Runs a parameterised test on the embedded database, and in the full lane also on PostgreSQL. If the full lane only runs what the default lane left
 * out, tests of both lanes use PostgreSQL only.
 */
@Tag("database")
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(DatabaseSource.Provider.class)
public @interface DatabaseSource {
    /** The databases of the lane. */
    final class Provider implements ArgumentsProvider {
        private static final boolean IS_FULL = Boolean.getBoolean("grundskema.test.full");
        private static final boolean IS_REST = Boolean.getBoolean("grundskema.test.rest");

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            boolean isOnlyInFullLane = context.getTags().contains("full");
            return databases()
                    .filter(database -> isOnlyInFullLane || !IS_REST || database != TestDatabase.H2)
                    .map(Arguments::of);
        }

        /** The embedded database first. */
        public static Stream<TestDatabase> databases() {
            return IS_FULL ? Arrays.stream(TestDatabase.values()) : Stream.of(TestDatabase.H2);
        }
    }
}
