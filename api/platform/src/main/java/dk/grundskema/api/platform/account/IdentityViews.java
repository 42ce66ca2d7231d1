package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.account.OrganisationRepository.Organisation;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Accounts, organisations and tokens as REST resources. */
public final class IdentityViews {
    private IdentityViews() {}

    /**
     * Who calls.
     *
     * @param account       which account
     * @param name          first and last name
     * @param signInName    what is typed to sign in
     * @param scopes        what the token or session is limited to
     * @param organisations where the account is something, and what it may do there
     * @param csrfToken     what a page repeats in the header {@code X-CSRF-Token} when it changes something; {@code null} for tokens
     * @param notice        what there is to be done before the account is of any use, in words; {@code null} means nothing
     */
    public record MeView(
            AccountId account,
            String name,
            String signInName,
            SortedSet<Permission> scopes,
            List<MyOrganisation> organisations,
            @Nullable String csrfToken,
            @Nullable String notice) {
        /** Copies the list. */
        public MeView {
            organisations = List.copyOf(organisations);
        }

        /** Returns only the account. */
        @Override
        public String toString() {
            return account.toString();
        }
    }

    /**
     * An organisation as the caller has to do with it.
     *
     * @param id          the id by which other operations name it
     * @param name        what people call it
     * @param parent      the organisation that it belongs to; {@code null} means none
     * @param roles       what the caller is there, by itself or by what it is further up
     * @param permissions what the caller may do there
     * @param staff       which staff members of its plans the caller is
     */
    public record MyOrganisation(
            OrganisationId id,
            String name,
            @Nullable OrganisationId parent,
            SortedSet<Role> roles,
            SortedSet<Permission> permissions,
            List<StaffId> staff) {
        /** Returns the caller's roles and permissions in an organisation. */
        public static MyOrganisation of(Organisation organisation, Caller caller) {
            var roles = new TreeSet<Role>();
            caller.grants().stream()
                    .filter(grant -> grant.organisation().equals(organisation.id()))
                    .forEach(grant -> roles.add(grant.role()));
            return new MyOrganisation(
                    organisation.id(),
                    organisation.name(),
                    organisation.parent(),
                    roles,
                    new TreeSet<>(caller.permissionsIn(organisation.id())),
                    caller.staffIdsIn(organisation.id()).stream().sorted().toList());
        }
    }

    /**
     * Organisations that the caller has to do with.
     *
     * @param items the organisations of this page
     * @param next  what the next page is asked for with; {@code null} means that this is the last
     */
    record OrganisationPage(
            List<MyOrganisation> items, @Nullable String next) {}

    /**
     * An organisation.
     *
     * @param id            the id by which other operations name it
     * @param name          what people call it
     * @param parent        the organisation that it belongs to; {@code null} means none
     * @param retentionDays days after the end of a plan until it forgets who took part; {@code null} means as the organisation above
     *                      says, and never if none does
     * @param version       counts its changes; also its entity tag
     */
    record OrganisationView(
            OrganisationId id,
            String name,
            @Nullable OrganisationId parent,
            @Nullable Integer retentionDays,
            long version) {
        /** Returns the view of an organisation. */
        static OrganisationView of(Organisation one) {
            return new OrganisationView(one.id(), one.name(), one.parent(), one.retentionDays(), one.version());
        }
    }

    /**
     * An account as administrators see it.
     *
     * @param id           the id by which other operations name it
     * @param organisation whose administrators keep it; {@code null} means nobody's
     * @param name         first and last name
     * @param signInName   what is typed to sign in
     * @param active       whether it can be used
     * @param hasPassword  whether a password was chosen
     * @param signedIn     when it was signed in to last; {@code null} means never
     * @param roles        what it is in the organisation that was asked about
     * @param version      counts its changes; also its entity tag
     * @param passwordCode what its owner chooses a password with, told this once; {@code null} if there is none to tell
     */
    record AccountView(
            AccountId id,
            @Nullable OrganisationId organisation,
            String name,
            String signInName,
            boolean active,
            boolean hasPassword,
            @Nullable Instant signedIn,
            List<RoleAssignment> roles,
            long version,
            @Nullable String passwordCode) {
        /** Returns only the id. */
        @Override
        public String toString() {
            return id.toString();
        }
    }

    /**
     * Accounts of an organisation.
     *
     * @param items the accounts of this page
     * @param next  what the next page is asked for with; {@code null} means that this is the last
     */
    record AccountPage(List<AccountView> items, @Nullable String next) {}

    /**
     * A code to choose a password with.
     *
     * @param passwordCode the code, told this once
     * @param expires      from when on it can't be used
     */
    record PasswordCodeView(String passwordCode, Instant expires) {
        /** Omits the code. */
        @Override
        public String toString() {
            return "code until " + expires;
        }
    }

    /**
     * A token.
     *
     * @param id           the id by which it is taken back; not the token itself
     * @param name         what its owner calls it
     * @param scopes       what it is limited to
     * @param organisation the organisation that it is limited to, with all below; {@code null} means all of the account's
     * @param created      when it was made
     * @param expires      from when on it can't be used
     * @param lastUsed     when it was used last, to the minute; {@code null} means never
     * @param token        what programs send, told this once; {@code null} from then on
     */
    public record TokenView(
            String id,
            String name,
            SortedSet<Permission> scopes,
            @Nullable OrganisationId organisation,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed,
            @Nullable String token) {
        /** Returns the view of a token, with its secret if it was just created. */
        public static TokenView of(Credential one, @Nullable String secret) {
            return new TokenView(
                    one.id(),
                    one.name(),
                    new TreeSet<>(one.scopes()),
                    one.limit(),
                    one.created(),
                    one.expires(),
                    one.lastUsed(),
                    secret);
        }

        /** Omits the secret. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Tokens of an account.
     *
     * @param items all that can be used
     * @param next  always {@code null}: an account has no more than a page holds
     */
    public record TokenPage(List<TokenView> items, @Nullable String next) {
        /** Returns the views of all tokens, without their secrets. */
        public static TokenPage of(List<Credential> tokens) {
            return new TokenPage(
                    tokens.stream().map(one -> TokenView.of(one, null)).toList(), null);
        }
    }
}
