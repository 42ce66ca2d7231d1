package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.LinkRowMapper;
import dk.grundskema.domain.people.Language;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores links to organisations' years in the database. An organisation can have several links, so that each can be revoked separately.
 */
@Component
public class YearLinkRepository {
    /** Maximum number of links of an organisation. */
    static final int MAX_LINKS = 20;

    private final JdbcClient database;
    private final LinkRepository links;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    YearLinkRepository(
            JdbcClient database,
            LinkRepository links,
            IdGenerator ids,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Returns the links to an organisation's year, including revoked ones, oldest first. */
    public List<FeedLink> findByOrganisation(OrganisationId organisation) {
        return database.sql(LinkRowMapper.LINK
                        + "l.organisation = :organisation AND l.kind = 'YEAR' ORDER BY l.created, l.id")
                .param("organisation", organisation.value())
                .query(LinkRowMapper::link)
                .list();
    }

    /**
     * Returns a link to an organisation's year.
     *
     * @throws RefusalException 404 if the organisation has no link with that id
     */
    public FeedLink get(OrganisationId organisation, LinkId id) {
        return findByOrganisation(organisation).stream()
                .filter(link -> link.id().equals(id))
                .findFirst()
                .orElseThrow(RefusalException::notFound);
    }

    /**
     * Creates a link to an organisation's year.
     *
     * @throws RefusalException 409 if the organisation has the maximum number of links
     */
    public FeedLink create(OrganisationId organisation, Language language) {
        var id = new LinkId(ids.newId());
        return transaction.execute(status -> {
            database.sql("SELECT id FROM organisation WHERE id = :id FOR UPDATE")
                    .param("id", organisation.value())
                    .query(String.class)
                    .list();
            if (findByOrganisation(organisation).size() >= MAX_LINKS) {
                throw RefusalException.conflict("publishing.too-many-year-links", MAX_LINKS);
            }
            database.sql("""
                            INSERT INTO feed_link (id, organisation, plan, kind, owner, token, language, created)
                            VALUES (:id, :organisation, NULL, 'YEAR', :organisation, :token, :language, :now)""")
                    .param("id", id.value())
                    .param("organisation", organisation.value())
                    .param("token", ids.newCode(LinkRepository.TOKEN_LENGTH))
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
     * Gives a link a new token, like {@link LinkRepository#renew}.
     *
     * @throws RefusalException 404 if the organisation has no link with that id
     */
    public FeedLink renew(OrganisationId organisation, LinkId id) {
        return transaction.execute(status -> {
            links.renew(get(organisation, id));
            return get(organisation, id);
        });
    }

    /**
     * Revokes a link until it is renewed.
     *
     * @throws RefusalException 404 if the organisation has no link with that id
     */
    public FeedLink revoke(OrganisationId organisation, LinkId id) {
        return transaction.execute(status -> {
            links.revoke(get(organisation, id));
            return get(organisation, id);
        });
    }

    /**
     * Changes the language of a calendar.
     *
     * @throws RefusalException 404 if the organisation has no link with that id
     */
    public FeedLink setLanguage(OrganisationId organisation, LinkId id, Language language) {
        return transaction.execute(status -> {
            links.setLanguage(get(organisation, id), language);
            return get(organisation, id);
        });
    }
}
