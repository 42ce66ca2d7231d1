package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.people.Language;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Links to organisations' years in the database. An organisation may have several, so that one can be revoked without the others. */
@Component
public class YearLinks {
    /** So many may an organisation have at most. */
    static final int MOST = 20;

    private final JdbcClient database;
    private final Links links;
    private final FreshIds ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    YearLinks(JdbcClient database, Links links, FreshIds ids, InstantSource clock, TransactionTemplate transaction) {
        this.database = database;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The links to an organisation's year, revoked ones too, the oldest first. */
    public List<Link> of(OrganisationId organisation) {
        return database.sql(
                        LinkRows.LINK + "l.organisation = :organisation AND l.kind = 'YEAR' ORDER BY l.created, l.id")
                .param("organisation", organisation.value())
                .query(LinkRows::link)
                .list();
    }

    /**
     * A link to an organisation's year.
     *
     * @throws Refusal 404 if it has none of that id
     */
    public Link get(OrganisationId organisation, LinkId id) {
        return of(organisation).stream()
                .filter(link -> link.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Makes a link to an organisation's year.
     *
     * @throws Refusal 409 if it has as many as it may have
     */
    public Link make(OrganisationId organisation, Language language) {
        var id = new LinkId(ids.id());
        return transaction.execute(status -> {
            database.sql("SELECT id FROM organisation WHERE id = :id FOR UPDATE")
                    .param("id", organisation.value())
                    .query(String.class)
                    .list();
            if (of(organisation).size() >= MOST) {
                throw Refusal.conflict("publishing.too-many-year-links", MOST);
            }
            database.sql("""
                            INSERT INTO feed_link (id, organisation, plan, kind, owner, token, language, created)
                            VALUES (:id, :organisation, NULL, 'YEAR', :organisation, :token, :language, :now)""")
                    .param("id", id.value())
                    .param("organisation", organisation.value())
                    .param("token", ids.code(Links.TOKEN_LENGTH))
                    .param("language", language.name())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            database.sql("INSERT INTO feed_state (link, publication, step) VALUES (:id, 0, 0)")
                    .param("id", id.value())
                    .update();
            return get(organisation, id);
        });
    }

    /**
     * Gives a link another token, as {@link Links#renew} does.
     *
     * @throws Refusal 404 if the organisation has none of that id
     */
    public Link renew(OrganisationId organisation, LinkId id) {
        return transaction.execute(status -> {
            links.renew(get(organisation, id));
            return get(organisation, id);
        });
    }

    /**
     * Lets a link answer nobody any more, until it is renewed.
     *
     * @throws Refusal 404 if the organisation has none of that id
     */
    public Link revoke(OrganisationId organisation, LinkId id) {
        return transaction.execute(status -> {
            links.revoke(get(organisation, id));
            return get(organisation, id);
        });
    }

    /**
     * Lets a calendar speak another language from now on.
     *
     * @throws Refusal 404 if the organisation has none of that id
     */
    public Link speak(OrganisationId organisation, LinkId id, Language language) {
        return transaction.execute(status -> {
            links.speak(get(organisation, id), language);
            return get(organisation, id);
        });
    }
}
