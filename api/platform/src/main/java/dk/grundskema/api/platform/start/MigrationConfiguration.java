package dk.grundskema.api.platform.start;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates the database to this version, and refuses a database of a newer version. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {
    @Bean
    static FlywayMigrationStrategy forwardOnlyStrategy() {
        return MigrationConfiguration::migrate;
    }

    private static void migrate(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        Arrays.stream(all)
                .filter(one -> one.getState() == MigrationState.FUTURE_SUCCESS
                        || one.getState() == MigrationState.FUTURE_FAILED)
                .findFirst()
                .ifPresent(future -> {
                    throw new StartRefusedCauseException(
                            LocalizedMessage.of("start.database-newer", future.getVersion(), latestKnownVersion(all)));
                });
        flyway.migrate();
    }

    /** Returns the latest migration of this version. */
    private static String latestKnownVersion(MigrationInfo[] all) {
        return Arrays.stream(all)
                .filter(one -> one.getState() != MigrationState.FUTURE_SUCCESS
                        && one.getState() != MigrationState.FUTURE_FAILED)
                .map(one -> String.valueOf(one.getVersion()))
                .reduce((first, second) -> second)
                .orElse("0");
    }
}
