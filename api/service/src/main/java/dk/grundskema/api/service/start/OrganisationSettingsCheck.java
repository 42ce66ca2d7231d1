package dk.grundskema.api.service.start;

import dk.grundskema.api.service.access.OrganisationId;
import dk.grundskema.api.service.account.OrganisationRepository;
import dk.grundskema.api.service.account.OrganisationRepository.Organisation;
import dk.grundskema.api.service.signin.OidcRoleMapping;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Checks at startup that organisations named in settings exist; otherwise users would never receive their roles. */
@Component
final class OrganisationSettingsCheck implements SmartInitializingSingleton {
    /** Id of the first organisation, which is created later if the database has none. */
    private static final Set<String> FIRST = Set.of("home");

    private final OrganisationRepository organisations;
    private final ServiceSettings settings;

    OrganisationSettingsCheck(OrganisationRepository organisations, ServiceSettings settings) {
        this.organisations = organisations;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> known = organisations.all().stream()
                .map(Organisation::id)
                .map(OrganisationId::value)
                .collect(Collectors.toSet());
        for (ServiceSettingKey setting :
                new ServiceSettingKey[] {ServiceSettingKey.OIDC_ROLES, ServiceSettingKey.OIDC_ORGANISATION}) {
            for (String named : organisationIdsIn(setting)) {
                if (!(known.isEmpty() ? FIRST : known).contains(named)) {
                    throw new StartRefusalCause(LocalizedMessage.of("setting.no-organisation", setting.key(), named));
                }
            }
        }
    }

    private Set<String> organisationIdsIn(ServiceSettingKey setting) {
        String value = settings.text(setting);
        if (value.isEmpty()) {
            return Set.of();
        }
        if (setting == ServiceSettingKey.OIDC_ORGANISATION) {
            return Set.of(value);
        }
        var named = new TreeSet<String>();
        OidcRoleMapping.parse(value).ifPresent(roles -> roles.organisations().forEach(one -> named.add(one.value())));
        return named;
    }
}
