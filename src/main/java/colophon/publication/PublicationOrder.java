package colophon.publication;

import colophon.attest.Circumstances;
import colophon.edition.Imprint;
import colophon.edition.LabelProfile;
import colophon.edition.VersionPlan;
import colophon.review.Approved;
import colophon.story.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * All it takes to publish one approved draft.
 *
 * @param briefId the brief it becomes a version of
 * @param kind of the version, where the brief has one already; a first version is the original
 *     whatever stands here
 * @param note public, for an update or a correction
 * @param circumstances what the record says beside the edition; its previous digest is filled in by
 *     the publisher
 */
public record PublicationOrder(
    Approved approved,
    Dossier dossier,
    String briefId,
    VersionPlan.Kind kind,
    @Nullable String note,
    String pipeline,
    Imprint imprint,
    LabelProfile profile,
    Circumstances circumstances) {}
