package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.Caller.Grant;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps claim values of an OpenID Connect issuer to roles, written {@code value = organisation:role; value = organisation:role}.
 *
 * @param lines mapping of values to roles; empty means that no value gives a role
 */
public record OidcClaimRoleMapping(List<Line> lines) {
    private static final Pattern LINE = Pattern.compile("\\s*(\\S.*?)\\s*=\\s*([^\\s=:]+)\\s*:\\s*(\\w+)\\s*");

    /**
     * A claim value and the role that it gives.
     *
     * @param value        claim value, compared exactly
     * @param organisation organisation of the role
     * @param role         the role
     */
    public record Line(String value, OrganisationId organisation, Role role) {}

    /** Copies the list. */
    public OidcClaimRoleMapping {
        lines = List.copyOf(lines);
    }

    /** Parses the written form; empty if the form or a role is invalid. */
    public static Optional<OidcClaimRoleMapping> parse(String written) {
        var lines = new ArrayList<Line>();
        for (String each : written.split(";", -1)) {
            if (!each.isBlank()) {
                Matcher line = LINE.matcher(each);
                Optional<Role> role = line.matches() ? parseRole(line.group(3)) : Optional.empty();
                if (role.isEmpty()
                        || !OrganisationId.FORM.matcher(line.group(2)).matches()) {
                    return Optional.empty();
                }
                lines.add(new Line(line.group(1), new OrganisationId(line.group(2)), role.get()));
            }
        }
        return Optional.of(new OidcClaimRoleMapping(lines));
    }

    private static Optional<Role> parseRole(String word) {
        return Arrays.stream(Role.values())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns the organisations in the mapping. */
    public Set<OrganisationId> organisations() {
        return lines.stream().map(Line::organisation).collect(Collectors.toSet());
    }

    /** Returns whether any value gives the role staff. */
    public boolean grantsStaffRole() {
        return lines.stream().anyMatch(one -> one.role() == Role.STAFF);
    }

    /**
     * Returns the roles of a person.
     *
     * @param values claim values of the person
     * @param staff  staff member that the person is; {@code null} means none, and the person gets no staff role
     */
    Set<Grant> grantsFor(Collection<String> values, @Nullable StaffId staff) {
        Map<List<Object>, Grant> given = new HashMap<>();
        lines.stream()
                .filter(one -> values.contains(one.value()))
                .filter(one -> one.role() != Role.STAFF || staff != null)
                .map(one -> new Grant(one.organisation(), one.role(), one.role() == Role.STAFF ? staff : null))
                .forEach(grant -> given.put(List.of(grant.organisation(), grant.role()), grant));
        return Set.copyOf(given.values());
    }
}
