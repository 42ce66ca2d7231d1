package dk.grundskema.api.server.start;

import dk.grundskema.api.server.identity.ClaimedRoles;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.Organisations.Organisation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Organisations that settings name must be there: or else somebody waits for a role that never comes. */
@Component
final class NamedOrganisations implements SmartInitializingSingleton {
    /** What the first organisation will be called where there is none yet. */
    private static final Set<String> FIRST = Set.of("home");

    private final Organisations organisations;
    private final Settings settings;

    NamedOrganisations(Organisations organisations, Settings settings) {
        this.organisations = organisations;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> known = organisations.all().stream()
                .map(Organisation::id)
                .map(OrganisationId::value)
                .collect(Collectors.toSet());
        for (Setting setting : new Setting[] {Setting.OIDC_ROLES, Setting.OIDC_ORGANISATION}) {
            for (String named : named(setting)) {
                if (!(known.isEmpty() ? FIRST : known).contains(named)) {
                    throw new StartRefusalCause(Sentence.of("setting.no-organisation", setting.key(), named));
                }
            }
        }
    }

    private Set<String> named(Setting setting) {
        String value = settings.text(setting);
        if (value.isEmpty()) {
            return Set.of();
        }
        if (setting == Setting.OIDC_ORGANISATION) {
            return Set.of(value);
        }
        var named = new TreeSet<String>();
        ClaimedRoles.read(value).ifPresent(roles -> roles.organisations().forEach(one -> named.add(one.value())));
        return named;
    }
}
