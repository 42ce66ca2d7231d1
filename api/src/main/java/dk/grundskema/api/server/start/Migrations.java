package dk.grundskema.api.server.start;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A database is brought up to date, but never used by a version that is older than it. */
@Configuration(proxyBeanMethods = false)
class Migrations {
    @Bean
    static FlywayMigrationStrategy onlyForward() {
        return Migrations::migrate;
    }

    private static void migrate(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        Arrays.stream(all)
                .filter(one -> one.getState() == MigrationState.FUTURE_SUCCESS
                        || one.getState() == MigrationState.FUTURE_FAILED)
                .findFirst()
                .ifPresent(future -> {
                    throw new StartRefusalCause(Sentence.of("start.database-newer", future.getVersion(), known(all)));
                });
        flyway.migrate();
    }

    /** The latest migration that comes with this version. */
    private static String known(MigrationInfo[] all) {
        return Arrays.stream(all)
                .filter(one -> one.getState() != MigrationState.FUTURE_SUCCESS
                        && one.getState() != MigrationState.FUTURE_FAILED)
                .map(one -> String.valueOf(one.getVersion()))
                .reduce((first, second) -> second)
                .orElse("0");
    }
}
