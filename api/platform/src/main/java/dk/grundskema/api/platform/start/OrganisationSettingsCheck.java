package dk.grundskema.api.platform.start;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.account.OrganisationRepository.Organisation;
import dk.grundskema.api.platform.signin.OidcSettings;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Checks at startup that organisations named in settings exist; otherwise users would never receive their roles. */
@Component
final class OrganisationSettingsCheck implements SmartInitializingSingleton {
    /** Id of the first organisation, which is created later if the database has none. */
    private static final Set<String> INITIAL_ORGANISATIONS = Set.of("home");

    private final OrganisationRepository organisations;
    private final OidcSettings settings;

    OrganisationSettingsCheck(OrganisationRepository organisations, OidcSettings settings) {
        this.organisations = organisations;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> known = organisations.all().stream()
                .map(Organisation::id)
                .map(OrganisationId::value)
                .collect(Collectors.toSet());
        Set<String> named = settings.roles().organisations().stream()
                .map(OrganisationId::value)
                .collect(Collectors.toCollection(TreeSet::new));
        requireKnown(ServiceSettingKey.OIDC_ROLES, named, known);
        requireKnown(
                ServiceSettingKey.OIDC_ORGANISATION,
                settings.organisation().isEmpty() ? Set.of() : Set.of(settings.organisation()),
                known);
    }

    private static void requireKnown(ServiceSettingKey setting, Set<String> named, Set<String> known) {
        for (String one : named) {
            if (!(known.isEmpty() ? INITIAL_ORGANISATIONS : known).contains(one)) {
                throw new StartRefusedCauseException(
                        LocalizedMessage.of("setting.no-organisation", setting.key(), one));
            }
        }
    }
}
