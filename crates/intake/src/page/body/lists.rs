//! The words that are known in names of elements; what they are read for stands in [`super::words`].

/// Words of what is never part of an article, however much text it holds.
pub(super) const NEVER: &str = "\
    addthis addtoany adsense adslot adunit breadcrumb breadcrumbs commenting commentlist comments \
    consent cookie cookies copyright disqus footer gdpr livefyre login menu menus modal nav navbar \
    navigation outbrain pager pagination popup sharedaddy signin signup skyscraper subnav taboola \
    yarpp zergnet";

/// Words of furniture: what stands around an article on every page of an outlet.
pub(super) const FURNITURE: &str = "\
    aboutauthor aboutus ad ads advert advertisement advertising affiliate alsolike articleauthor \
    articledate articlemeta articletags authorbio authorbox authorcard authordesc authordescription \
    authorinfo authormeta authorprofile authorsection bio breakingnews byline bylines calltoaction \
    caption captions categorylinks catlinks comment cta dateline datepublished datetime dfp donate \
    donation dontmiss dropdown editsection emailsignup entryauthor entrydate entrymeta entrytags \
    figcaption followus gallery imagecaption imagecredit imgcaption infobox joinus latestnews \
    latestposts lateststories lightbox masthead mayalso metering morefrom morelike morenews moreon \
    moreposts morestories mostcommented mostpopular mostread mostviewed navbox newsalert newsletter \
    newsletters newsticker nextpost nextprev noprint offscreen overlay photocredit piano playlist \
    popular postauthor postcategories postdate postfooter postinfo postlinks postmeta posttags \
    previouspost prevnext prevpost promo promos promoted promotion pubdate publishdate publisheddate \
    reactions readmore readnext recentarticles recentposts recirc recirculation recommendation \
    recommendations recommended reflist related relatedposts respond rss screenreader seealso share \
    sharebar shares sharing sidebar sidebars slideshow social socials sponsor sponsored sponsors \
    subscribe subscriber subscription subscriptions tagcloud taglist tags teaser teasers ticker \
    timestamp toolbar tooltip topbar trending trinity upnext upsell visuallyhidden youmay";

/// Words of what is furniture where it holds little text or mostly links.
pub(super) const DOUBTFUL: &str = "\
    banner carousel credit credits dates hidden marketing metadata paywall poll printonly quiz rating \
    ratings reaction search skip slider sr toc tools widget widgets";

/// Those of navigation: where much running text stands, the name of an article holds them by chance.
pub(super) const NAVIGATION: &str = "\
    menu menus nav navbar navigation sidebar";

/// Words that turn a name around: "no-sidebar" and "has-sidebar" are the page beside it.
pub(super) const TURNING: &str = "\
    disable disabled enable enabled has is js no not supports with without";

/// First and second words that together name the body of an article.
pub(super) const BODY_FIRST: &str = "\
    art article blog blogpost body content entry itemfull main news page post rich single story text";

/// The second words of such names.
pub(super) const BODY_SECOND: &str = "\
    body bodytext content contents copy text txt";

/// Words of what stands under a headline.
pub(super) const STANDFIRST: &str = "\
    abstract chapo deck dek description excerpt intro introduction lead lede standfirst strapline sub \
    subhead subheading subheadline subtitle summary teaser vorspann";

/// Single words that do.
pub(super) const BODY: &str = "\
    articlebody articlecontent articlecopy articlemain articletext blogbody blogcontent bodycopy \
    bodytext contentbody entrybody entrycontent fulltext maincontent newsbody newscontent newstext \
    postbody postcontent postentry posttext richtext storybody storycontent storytext textcontent \
    wysiwyg";

/// Words of the article with all that belongs to it.
pub(super) const ARTICLE: &str = "\
    article blogpost body content entry hentry main post story text";
