package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Caller.Grant;
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
 * What an issuer's people are here, by what it says of them: written {@code value = organisation:role; value = organisation:role}.
 *
 * @param lines which values give which roles; empty means that none does
 */
public record ClaimedRoles(List<Line> lines) {
    private static final Pattern LINE = Pattern.compile("\\s*(\\S.*?)\\s*=\\s*([^\\s=:]+)\\s*:\\s*(\\w+)\\s*");

    /**
     * A value and what it gives.
     *
     * @param value        as the issuer says it, to the letter
     * @param organisation where
     * @param role         what
     */
    public record Line(String value, OrganisationId organisation, Role role) {}

    /** Copies the list. */
    public ClaimedRoles {
        lines = List.copyOf(lines);
    }

    /** What is written; empty if it hasn't that form, or one of the roles is none. */
    public static Optional<ClaimedRoles> read(String written) {
        var lines = new ArrayList<Line>();
        for (String each : written.split(";", -1)) {
            if (!each.isBlank()) {
                Matcher line = LINE.matcher(each);
                Optional<Role> role = line.matches() ? role(line.group(3)) : Optional.empty();
                if (role.isEmpty()
                        || !OrganisationId.FORM.matcher(line.group(2)).matches()) {
                    return Optional.empty();
                }
                lines.add(new Line(line.group(1), new OrganisationId(line.group(2)), role.get()));
            }
        }
        return Optional.of(new ClaimedRoles(lines));
    }

    private static Optional<Role> role(String word) {
        return Arrays.stream(Role.values())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The organisations that are named. */
    public Set<OrganisationId> organisations() {
        return lines.stream().map(Line::organisation).collect(Collectors.toSet());
    }

    /** Whether it makes anybody a member of staff. */
    public boolean isOfStaff() {
        return lines.stream().anyMatch(one -> one.role() == Role.STAFF);
    }

    /**
     * What somebody is.
     *
     * @param values what the issuer says of the person
     * @param staff  which staff member that is; {@code null} means none, who then isn't staff anywhere
     */
    Set<Grant> of(Collection<String> values, @Nullable StaffId staff) {
        Map<List<Object>, Grant> given = new HashMap<>();
        lines.stream()
                .filter(one -> values.contains(one.value()))
                .filter(one -> one.role() != Role.STAFF || staff != null)
                .map(one -> new Grant(one.organisation(), one.role(), one.role() == Role.STAFF ? staff : null))
                .forEach(grant -> given.put(List.of(grant.organisation(), grant.role()), grant));
        return Set.copyOf(given.values());
    }
}
