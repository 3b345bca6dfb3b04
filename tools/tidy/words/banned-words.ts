/**
 * Words that do not belong in the project, each with what to write instead. They are matched without regard
 * to case, in prose and in the parts of identifiers: `room` also matches `openRoom`, `mail-room` and
 * `ROOM_COUNT`.
 */

export interface BannedWords {
  /**
   * Single words and phrases, in lower case. A term with a capital letter is an identifier, matched as it is.
   */
  readonly terms: readonly string[];
  readonly write: string;
  /** Phrases in which a term is the standard word. */
  readonly except?: readonly string[];
}

export const bannedWords: readonly BannedWords[] = [
  {
    terms: ['tell', 'tells', 'told', 'telling', 'tellings', 'retold', 'untold', 'foretold', 'mistold'],
    write: 'report, send, contain or show; a revision (of an event)',
    except: ['tell apart', 'told apart'],
  },
  { terms: ['said', 'saying', 'be said'], write: 'reported, stated or given; unknown (for "not said")' },
  { terms: ['hear', 'hears', 'heard', 'unheard'], write: 'receive, received' },
  {
    terms: ['happening', 'happenings'],
    write: 'event or scan',
    except: ['keeps happening', 'is happening'],
  },
  {
    terms: ['whoever', 'whomever', 'nobody', 'somebody', 'anybody', 'everybody'],
    write: 'the party: the caller, the user, the recipient, no client, everyone',
  },
  {
    terms: ['room', 'rooms'],
    write: 'package, module, page or space',
    except: ['mail room', 'time or room'],
  },
  {
    terms: ['house', 'houses'],
    write: 'product, project, package or module',
    except: ['house number', 'house numbers'],
  },
  {
    terms: ['desk', 'desks'],
    write: 'service, page or desktop',
    except: ['help desk', 'help desks', 'service desk', 'front desk'],
  },
  {
    terms: ['door', 'doors'],
    write: 'entry point or interface',
    except: [
      'to the door',
      'at the door',
      'instead of the door',
      'the door could not be reached',
      'your door',
      "recipient's door",
      'so a door',
      'at back door',
      'at the front door',
      'door tag',
      'closed door',
    ],
  },
  {
    terms: ['neighbour', 'neighbours', 'neighbor', 'neighbors'],
    write: 'other module, adjacent element, nearby town or border country',
    except: [
      'delivered.neighbour',
      'delivery at neighbours',
      'at neighbour',
      'at neighbours',
      'at prefered neighbours',
      'at preferred neighbours',
      'to a neighbour',
      'with a neighbour',
      'left with neighbor',
      'with the neighbour',
      'with the neighbours',
      'F. Neighbour',
      'SAS the neighbour',
    ],
  },
  { terms: ['stranger', 'strangers'], write: 'unauthenticated client, third party' },
  { terms: ['anew', 'afresh'], write: 'again' },
  { terms: ['wish', 'wishes', 'wished', 'wishing'], write: 'request, query, want' },
  { terms: ['welcome', 'goodbye', 'farewell'], write: 'accepted; disconnect' },
  { terms: ['patience', 'haste', 'courtesy'], write: 'timeout or grace period; speed-up; delay' },
  { terms: ['furnish', 'furnishes', 'furnished'], write: 'seed, create' },
  { terms: ['forgetful', 'remembering gazetteer', 'fresh messages'], write: 'cache, expiring' },
  { terms: ['unruly', 'unruliness'], write: 'faults, faulty' },
  { terms: ['surroundings'], write: 'environment' },
  {
    terms: ['workforce', 'brand life', 'lone path', 'lonely'],
    write: 'workers; simulator; single-connection mode',
  },
  { terms: ['begun', 'began'], write: 'started' },
  { terms: ['story', 'stories', 'tale', 'tales'], write: 'history, journey or scenario' },
  { terms: ['chapter', 'chapters'], write: 'section' },
  { terms: ['tidings', 'errand', 'errands', 'heels'], write: 'news, update; request; directly behind' },
  {
    terms: [
      'henceforth',
      'thereupon',
      'whereupon',
      'whereof',
      'lest',
      'albeit',
      'seldom',
      'seldomer',
      'befalls',
    ],
    write: 'from now on, then, rarely, so that … not: modern English',
  },
  { terms: ['stead', 'our stead'], write: 'instead of, for' },
  {
    terms: ['stands', 'stood', 'stand in', 'standing in'],
    write: 'is, is listed, is kept; a test double',
    except: ['stands for', 'stands still'],
  },
  {
    terms: ['none is', 'is none', 'none are'],
    write: 'there is no …, no … is',
    except: ['there is none', 'if none is', 'when none is', 'until none is', 'so none is'],
  },
  { terms: ['as of'], write: 'since, at, from', except: ['asOf', 'as_of'] },
  { terms: ['made up'], write: 'generated, invented' },
  { terms: ['goes by', 'go by', 'going by'], write: 'uses, follows', except: ['goes by air', 'go by air'] },
  {
    terms: ['of which'],
    write: 'a separate sentence, or "whose"',
    except: ['all of which', 'each of which', 'independent of which', 'regardless of which'],
  },
  { terms: ['of ours', 'of theirs', 'of yours'], write: 'our …, their …, your …' },
  { terms: ['in earnest'], write: 'in production' },
  { terms: ['restOf', 'inTime', 'Noting'], write: 'remaining, a `Clock`, countFeeds' },
  {
    terms: ['keep begun', 'judge feed', 'sharp conditions', 'says the same'],
    write: 'see STYLE.md, "Names"',
  },
  { terms: ['guilty', 'momentary', 'bites'], write: 'failing; temporary; reports or applies' },
  { terms: ['open alert', 'open alerts'], write: 'open exceptions' },
  { terms: ['in trouble', 'needs a person', 'need a person'], write: 'needs attention' },
  {
    terms: ['present password', 'sentence of your own', 'copy hook address'],
    write: 'current password; message; webhook',
  },
  {
    terms: ['name none', 'one a line', 'factor holds', 'password holds'],
    write: 'see "Words" in STYLE.md',
  },
];
