package dk.grundskema.api.platform.traffic;

import dk.grundskema.api.platform.http.ServerSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of limits.
 *
 * @param uploadMegabytes             maximum size of a request with files, in megabytes
 * @param requestsPerMinute           requests of one caller per minute; 0 means no limit
 * @param signInsPerMinute            sign-in attempts from one address per minute; high enough for a whole school behind one address that signs in at
 *                                    eight
 * @param signInsPerNamePerMinute     sign-in attempts for one name per minute; nobody types faster
 * @param oidcRequestsPerMinute       requests of one address to the OpenID Connect sign-in per minute; each sign-in needs two
 * @param unknownLinksPerMinute       requests of one address per minute for links that do not exist; enough for a school's phones whose links were
 *                                    renewed
 * @param connections                 concurrent connections
 * @param bodySeconds                 seconds within which a request body must arrive, unless it arrives fast
 * @param solvesPerOrganisation       waiting solves of one organisation
 * @param runningSolvesPerOrganisation concurrent solves of one organisation; further ones wait without blocking those of others
 */
@ConfigurationProperties("grundskema.limits")
public record LimitSettings(
        @DefaultValue("50") @Min(1) @Max(1000) int uploadMegabytes,

        @DefaultValue("6000") @Min(0) @Max(10_000_000) int requestsPerMinute,

        @DefaultValue("120") @Min(1) @Max(10_000_000) int signInsPerMinute,

        @DefaultValue("20") @Min(1) @Max(10_000_000) int signInsPerNamePerMinute,

        @DefaultValue("240") @Min(1) @Max(10_000_000) int oidcRequestsPerMinute,

        @DefaultValue("60") @Min(1) @Max(10_000_000) int unknownLinksPerMinute,

        @DefaultValue("1000") @Min(10) @Max(100_000) int connections,

        @DefaultValue("30") @Min(1) @Max(3600) int bodySeconds,
        @DefaultValue("100") @Min(1) @Max(100_000) int solvesPerOrganisation,

        @DefaultValue(ServerSettings.PROCESSORS) @Min(1) @Max(1000)
        int runningSolvesPerOrganisation) {
    /** Returns the time within which a request body must arrive, unless it arrives fast. */
    Duration bodyPatience() {
        return Duration.ofSeconds(bodySeconds);
    }
}
