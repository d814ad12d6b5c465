var bkgis=(()=>{var Lt=Object.defineProperty;var Ce=Object.getOwnPropertyDescriptor;var Pe=Object.getOwnPropertyNames;var Te=Object.prototype.hasOwnProperty;var Ae=(s,t)=>{for(var e in t)Lt(s,e,{get:t[e],enumerable:!0})},_e=(s,t,e,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let i of Pe(t))!Te.call(s,i)&&
i!==e&&Lt(s,i,{get:()=>t[i],enumerable:!(n=Ce(t,i))||n.enumerable});return s};var ze=s=>_e(Lt({},"__esModule",{value:!0}),s);var Ms={};Ae(Ms,{start:()=>Ss});var nt=class{followers=[];follow(t){this.followers.push(t)}show(t){for(let e of this.followers)e(t)}text(t){let e=document.createTextNode("");return this.follow(
n=>{let i=t(n);e.data!==i&&(e.data=i)}),e}attribute(t,e,n){return this.follow(i=>{let r=n(i);t.getAttribute(e)!==r&&Wt(t,e,r)}),t}};function Wt(s,t,e){e===!1||e===
null||e===void 0?s.removeAttribute(t):s.setAttribute(t,e===!0?"":e)}function u(s,t={},...e){let n=document.createElement(s);for(let[i,r]of Object.entries(t))typeof r==
"function"?n.addEventListener(i,r):Wt(n,i,r);return n.append(...e.flat().filter(i=>i!=null)),n}var Be="http://www.w3.org/2000/svg";function M(s,t,...e){let n=document.
createElementNS(Be,s);for(let[i,r]of Object.entries(t))n.setAttribute(i,r);return n.append(...e),n}function z(s,...t){let e=s.contains(document.activeElement)?document.
activeElement.dataset.key:null,n=s.firstChild?s.scrollTop:0;if(s.replaceChildren(...t.flat().filter(Boolean)),n&&(s.scrollTop=n),e){let i=[...s.querySelectorAll(
"[data-key]")].find(r=>r.dataset.key===e);i||(s.tabIndex=-1),(i||s).focus({preventScroll:!0})}}function J(s){let t=null,e=requestAnimationFrame(()=>{e=requestAnimationFrame(
()=>{t=setTimeout(s)})});return()=>{cancelAnimationFrame(e),clearTimeout(t)}}function it(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}function B(s){let t=new WeakMap;return(e,...n)=>(t.has(e)||t.set(e,s(e,...n)),t.get(e))}var Ft={disc:{largest:18,whole:640,most_painted:.1,least_growth:.7,most_growth:2.2,outline:1.75,edge:"#FFFFFF",gap:3.5,open:3.8,step:.3,halves:8,crowd:300},name:{
beside:4,above:2,corner:2,further:14,steps:13,ways:16,leader:8,joints:32,line:1.5,all_up_to:60},area:{spots:12,around:3,vertices:100,width:2,clear:8,most_marked:30},
hatch:{step:5,width:.8,colour:"#B3A594"},tints:["#F3EBDC","#E3EFE1","#E4EBF5","#F4E6EA","#EFEAF6","#E6F1F2","#F5EFD2","#ECECEC"]};var{disc:E,name:C,area:I,hatch:F}=Ft;function j(s,t,e){let n=0;return s.map((i,r)=>(n+=i*t[r],e*Math.sqrt(n)))}var _=1e5;function Ut(s){let t=[],e=[0,0];for(let n=0,i=0;n<s.length;i^=1){let r=0,o=0,a;do a=s.charCodeAt(n++)-63,r|=(a&31)<<o,o+=5;while(a>=32);e[i]+=r&1?~(r>>
1):r>>1,t.push(e[i])}return t}var D=s=>s<0?~s:s;function Re(s,t){let e=[];for(let n of t){let i=s[D(n)],r=i.length-2;for(let o=e.length?2:0;o<=r;o+=2){let a=n<0?
r-o:o;e.push([i[a+1]/_,i[a]/_])}}return e}var Dt=(s,t)=>(s[t]+2**25)*2**26+s[t+1]+2**25;function $t(s,t){let e=new Uint8Array(s.length),n=t.flat(2);for(let c of n)
e[D(c)]+=1;let i=c=>c<0?Dt(s[~c],s[~c].length-2):Dt(s[c],0),r=c=>i(~c),o=new Map;for(let c of n){if(e[D(c)]!==1)continue;let l=i(c);o.has(l)||o.set(l,[]),o.get(
l).push(c)}let a=[];for(let c of o.values())for(;c.length;){let l=[c.pop()];for(let h=o.get(r(l[0]));h&&h.length;h=o.get(r(l.at(-1))))l.push(h.pop());a.push(l)}
return a}function ot(s,[t,e]){let n=!1;for(let i of s)for(let r=0,o=i.length-1;r<i.length;o=r++){let[a,c]=[i[r],i[o]];a[0]>t!=c[0]>t&&e<(c[1]-a[1])*(t-a[0])/(c[0]-
a[0])+a[1]&&(n=!n)}return n}var G=B(({outline:s},{arcs:t})=>s.map(e=>Re(t,e))),U=B(({outline:s},{arcs:t})=>St(s.flat().map(e=>t[D(e)])));function St(s){let[t,e,
n,i]=[1/0,1/0,-1/0,-1/0];for(let r of s)for(let o=0;o<r.length;o+=2)r[o]<e&&(e=r[o]),r[o]>i&&(i=r[o]),r[o+1]<t&&(t=r[o+1]),r[o+1]>n&&(n=r[o+1]);return[[t/_,e/_],
[n/_,i/_]]}function jt(s,t){let e=s.map(()=>[]);t.rings.forEach((i,r)=>{for(let o of i.flat())e[D(o)].push(r)});let n={commune:[],district:[],subregion:[],outline:[]};
return e.forEach((i,r)=>{let[o,a]=i,c=l=>l[o]!==l[a];i.length<2?n.outline.push(r):c(t.subregion)?n.subregion.push(r):n[c(t.district)?"district":"commune"].push(
r)}),n}function Gt(s){let t=s.communes.arcs.map(a=>Ut(a)),{communes:e,districts:n,clusters:i}=s,r=(a,c)=>$t(t,e.rings.filter((l,h)=>a[h]===c)),o={...s,arcs:t,borders:jt(
t,e),bounds:St(t),communes:e.code.map((a,c)=>Object.freeze({code:a,name:e.name[c],unit:e.unit[c],district:e.district[c]??null,subregion:e.subregion[c]??null,outline:e.
rings[c]})),subregions:s.subregions.map((a,c)=>Object.freeze({...a,outline:r(e.subregion,c)})),districts:n.code.map((a,c)=>Object.freeze({code:a,name:n.name[c],
subregion:n.subregion[c]??null,outline:r(e.district,c)})),clusters:i.id.map((a,c)=>Object.freeze({id:a,index:c,name:i.name[c],printed:i.printed[c],location:i.location[c],
district:i.district[c]??null,subregion:i.subregion[c]??null,unit:i.unit[c],communes:i.communes[c],method:i.methods[i.method[c]],latlng:i.x[c]===null?null:[i.y[c]/
_,i.x[c]/_],ha:i.ha.map(l=>l[c])}))};return o.tinted=o.subregions.length?o.subregions:[{tint:s.tint,outline:$t(t,e.rings)}],o.units={commune:o.communes,district:o.
districts,subregion:o.subregions}[o.level],Object.freeze(o)}var W=(s,t)=>s.name??s.label[t];function H(s,t){return{district:s.districts[t.district],subregion:s.
subregions[t.subregion]}}function T(s,t){return s.phases.map(e=>+(t.alone?e.end===t.by:e.end<=t.by))}var Q=s=>Math.round(s*1e6)/1e6;function A(s,t){let e=0;for(let n=0;n<
t.length;n++)e+=s.ha[n]*t[n];return Q(e)}function rt({district:s,subregion:t}){return s===null&&t===null}function q(s,t,e){return t.district!==null?e.district===
t.district:t.subregion!==null?e.subregion===t.subregion:!0}function Mt(s,t,e=[]){let n=t.map((o,a)=>a).filter(o=>t[o]),i=o=>{if(s&&s[o]!==null)return s[o];let a=e.
map(c=>c?c[o]:null);return a.length&&!a.includes(null)?a.reduce((c,l)=>c+l,0):null},r=n.map(i);return r.length&&!r.includes(null)?Q(r.reduce((o,a)=>o+a,0)):null}
var Ne=B(()=>new Map);function Z(s,{by:t,alone:e}){let n=`${t} ${!!e}`,i=Ne(s);return i.has(n)||i.set(n,We(s,{by:t,alone:e})),i.get(n)}function We(s,t){let e=T(
s,t),n=T(s,{...t,alone:!1}),i=()=>({clusters:0,hectares:0,covered:0,of:0,stated:null}),[r,o,a]=[s.districts.map(i),s.subregions.map(i),i()],c={commune:s.communes.
map(i),district:r,subregion:o}[s.level],l=({district:g,subregion:m},w)=>new Set([r[g],o[m],c[w],a]),h=(g,m,w)=>{for(let k of g)k&&(k[m]+=w)},d=new Set;for(let g of s.
clusters){let m=A(g,e);if(m>0){let w=l(g,g.unit);h(w,"clusters",1),h(w,"hectares",m)}A(g,n)>0&&d.add(g.unit)}s.units.forEach((g,m)=>{let w=s.level==="subregion"?
[c[m],a]:l(g,m);h(w,"of",1),d.has(m)&&h(w,"covered",1)});let p=g=>s.districts.filter(g).map(({code:m})=>s.stated.districts[m]);r.forEach((g,m)=>{g.stated=Mt(s.stated.
districts[s.districts[m].code],e)}),o.forEach((g,m)=>{let w=p(({subregion:k})=>k===m);g.stated=Mt(s.stated.subregions[s.subregions[m].id],e,w)}),a.stated=Mt(s.stated.
province,e,p(()=>!0));for(let g of new Set([...r,...o,...c,a]))g.hectares=Q(g.hectares);return{districts:r,subregions:o,units:c,whole:a}}function N(s,t){let{units:e}=Z(
s,{by:t,alone:!1});return e.flatMap(({covered:n},i)=>n?[]:[i])}var P=s=>s.length>I.most_marked,at=({rules:s})=>s.some(({clusters:t})=>t===1);function Ht(s,{by:t,
clusters:e,hectares:n}){let{units:i}=Z(s,{by:t,alone:!1}),r=o=>o.clusters>=(e??0)&&o.hectares>=(n??0)-1e-6;return i.flatMap((o,a)=>r(o)?[]:[a])}var ct={};function qt(s){ct=s}function f(s,t,e={}){if(!ct[t])throw new Error(`words.toml has no '${t}' for the page`);return ct[t][s].replace(/\{(\w+)\}/g,(n,i)=>String(
e[i]))}function X(s,t){return f(s,ct[`placed ${t}`]?`placed ${t}`:"not placed")}var lt=s=>{let t=null;return()=>t??=s()},Fe={vi:lt(()=>new Intl.NumberFormat("vi",
{maximumFractionDigits:2})),en:lt(()=>new Intl.NumberFormat("en",{maximumFractionDigits:2}))},De={vi:lt(()=>new Intl.DateTimeFormat("en-GB",{day:"2-digit",month:"\
2-digit",year:"numeric",timeZone:"UTC"})),en:lt(()=>new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"long",year:"numeric",timeZone:"UTC"}))};function O(s,t){
return Fe[s]().format(t.toFixed(2))}function Et(s,t){return De[s]().format(new Date(t))}var Ue=/(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;function ht(s){
return s.normalize("NFD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/đ/g,"d").replace(/[\s-]+/g," ").trim().replace(Ue,"$1$2i")}function Zt(s,t){let e=s===
"vi"?";":",",n=i=>{if(typeof i=="number")return s==="vi"?String(i).replace(".",","):String(i);let r=/^\s*[=+\-@\t\r]/.test(i)?`'${i}`:i;return/[",;\r\n]/.test(r)?
`"${r.replace(/"/g,'""')}"`:r};return`\uFEFF${t.map(i=>i.map(n).join(e)).join(`\r
`)}\r
`}var je=60,Vt=8,Ge=20;function Ot(s,t,e,n,i=1){let r=j(t,e,n),o=Math.max(r.at(-1),1)+i,a=r.map((c,l)=>({radius:c,p:l})).filter(({radius:c,p:l})=>c>(r[l-1]||0));return M(
"svg",{width:2*o,height:2*o,viewBox:`${-o} ${-o} ${2*o} ${2*o}`,"aria-hidden":"true"},...a.reverse().map(({radius:c,p:l})=>M("circle",{r:c,fill:s.phases[l].colour})))}
function ut(s,t){let{lang:e}=t,{number:n,date:i,issuer:r}=s.decision;return[u("h1",{},s.title[e]),u("p",{class:"bk-decision"},`${f(e,"decision",{number:n,date:Et(
e,i)})}, ${r[e]}`)]}function Jt(s,{speak:t,table:e,print:n}){let i=(o,a,c,l={})=>u("button",{type:"button",class:"bk-button","data-key":o,click:c,...l},a),r=s===
"vi"?"en":"vi";return[i("lang",s==="vi"?"English":"Tiếng Việt",()=>t(r),{lang:r}),i("table",f(s,"data"),e),...["A4","A3"].map(o=>i(o.toLowerCase(),`${f(s,"p\
rint")} ${o}`,()=>n(o)))]}function Kt(s,t,e){let n=(P(e)?e.slice(0,Vt):e).map(i=>W(s.units[i],t)).join(", ");return P(e)?f(t,"first of",{names:n,n:e.length-Vt}):
n}function He(s,t){let{lang:e,by:n}=t,i=s.units.length,r=s.levelWords[e],o=s.rules.map(d=>{let p=Ht(s,d),g=[d.clusters>1?`${d.clusters} ${f(e,"clusters")}`:null,
d.hectares===null?null:`${O(e,d.hectares)} ha`].filter(Boolean).join(", "),m=g?f(e,"at least",{least:g}):f(e,"one cluster"),w=p.length?"rule missed":"rule kept",
k={...d,of:i,units:r,what:m,n:i-p.length,missing:Kt(s,e,p)};return{by:d.by,ok:!p.length,words:f(e,w,k),missing:p,of:!g}}),a=N(s,n);if(o.filter(d=>d.of).some(d=>d.
by===n||d.ok&&d.by<n&&!a.length))return o;let l=a.length?f(e,at(s)?"missing":"without",{missing:Kt(s,e,a)}):"",h=f(e,"as of",{by:n,of:i,units:r,n:i-a.length,rest:l});
return[...o,{by:n,ok:at(s)?!a.length:null,words:h,missing:a}]}function dt(s,t,e=null){let{lang:n}=t;return He(s,t).flatMap(({ok:i,words:r,missing:o},a)=>[u("p",
{class:i===null?null:i?"bk-yes":"bk-no"},i===null?null:u("span",{class:"bk-mark","aria-hidden":"true"},i?"✓":"✗"),u("span",{},r)),e&&P(o)?u("details",{class:"\
bk-without"},u("summary",{"data-key":`without${a}`},f(n,"all without",{n:o.length,units:s.levelWords[n]})),u("ul",{},o.map(c=>u("li",{},u("button",{type:"button",
click:()=>e(c)},W(s.units[c],n)))))):null]).filter(Boolean)}function Qt(s,t,e,{set:n,play:i}){let r=s.phases.map((a,c)=>{let l=p=>a.end===p.by,h=u("input",{type:"\
radio",name:"bk-by",value:a.end,"data-key":`by${a.end}`,change:()=>n({by:a.end})});e.follow(p=>{h.checked=l(p)});let d=u("span",{class:"bk-dot",style:`--colour:${a.
colour}`});return e.attribute(u("label",{class:"bk-step"},h,e.attribute(d,"data-on",p=>String(T(s,p)[c])),u("span",{class:"bk-year"},String(a.end)),u("span",{class:"\
bk-label"},a.label[t])),"data-on",p=>l(p)?"1":null)}),o=u("input",{type:"checkbox","data-key":"alone",change:a=>n({alone:a.target.checked})});return e.follow(a=>{
o.checked=a.alone}),[u("fieldset",{class:"bk-steps"},u("legend",{},f(t,"timeline")),u("div",{class:"bk-track"},r)),u("div",{class:"bk-row"},u("button",{type:"bu\
tton",class:"bk-button","data-key":"play",click:i},e.text(({playing:a})=>a?`❚❚ ${f(t,"pause")}`:`▶ ${f(t,"play")}`)),u("label",{class:"bk-check"},o,f(t,"o\
ne phase")))]}function qe(s,t,e,{name:n,key:i,kind:r,rowOf:o,isOn:a,select:c}){let l=y=>o(Z(s,y)),h=y=>y===null?"–":O(t,y),d=({stated:y,hectares:$})=>y!==null&&
Math.abs(y-$)>.005,p=r!==s.level,g=({covered:y,of:$})=>y===$,m=({covered:y,of:$})=>p?`${y}/${$}`:f(t,y?"yes":"no"),w=y=>u("td",{},e.text($=>y(l($)))),k=u("butto\
n",{type:"button","data-key":i,click:c},n);return e.attribute(u("tr",{class:`bk-${r}`},u("th",{scope:"row"},e.attribute(k,"aria-pressed",y=>String(a(y)))),w(({clusters:y})=>String(
y)),w(({hectares:y})=>h(y)),e.attribute(w(({stated:y})=>h(y)),"class",y=>d(l(y))?"bk-differs":null),e.attribute(w(m),"class",y=>at(s)?g(l(y))?"bk-yes":"bk-no":null)),
"data-on",y=>a(y)?"1":null)}function Xt(s,t,e,{select:n}){let i=[{name:f(t,"whole"),key:"whole",kind:"whole",rowOf:({whole:l})=>l,isOn:rt,select:()=>n({})}],r=l=>s.
districts.forEach(({name:h,subregion:d},p)=>{d===l&&i.push({name:h,key:`d${p}`,kind:"district",rowOf:({districts:g})=>g[p],isOn:g=>g.district===p,select:()=>n({
district:p})})});s.subregions.forEach((l,h)=>{s.subregions.length>1&&i.push({name:l.label[t],key:`s${h}`,kind:"subregion",rowOf:({subregions:d})=>d[h],isOn:d=>d.
subregion===h,select:()=>n({subregion:h})}),r(h)}),r(null);let o=[s.level,"clusters","hectares","stated","covered"],a=({alone:l,by:h})=>f(t,l?"covered by":"cove\
red",{by:h}),c={covered:e.text(a),clusters:f(t,"clusters column"),hectares:f(t,"ha")};return u("table",{class:"bk-summary"},u("caption",{},e.text(l=>`${f(t,"sum\
mary")}: ${Ct(s,l)}`)),u("thead",{},u("tr",{},o.map(l=>u("th",{scope:"col"},c[l]||f(t,l))))),u("tbody",{},i.map(l=>qe(s,t,e,l))))}function Ct(s,t){let e=s.phases.
find(({end:n})=>n===t.by);return t.alone?e.label[t.lang]:f(t.lang,"up to",{by:t.by}).toLocaleLowerCase(t.lang)}function Y(s,t){let e=T(s,t);return s.clusters.filter(
n=>A(n,e)>0&&q(s,t,n))}function tt(s,t){return t.district!==null?s.districts[t.district].name:t.subregion!==null?s.subregions[t.subregion].label[t.lang]:f(t.lang,
"whole")}function Yt(s,t,{open:e,hover:n}){let{lang:i}=t,r=T(s,t),o=Y(s,t),a=o.reduce((d,p)=>d+A(p,r),0),c=d=>u("li",{},u("button",{type:"button","data-key":`c${d.
index}`,"aria-current":t.cluster===d.index?"true":null,click:()=>e(d.index),focus:()=>n(d.index),blur:()=>n(-1),mouseenter:()=>n(d.index),mouseleave:()=>n(-1)},
u("span",{class:"bk-glyph"},Ot(s,d.ha,r,1.6)),u("span",{class:"bk-name"},d.name,d.latlng?null:` (${f(i,"not placed")})`),u("span",{class:"bk-ha"},`${O(i,A(d,r))}\
 ha`))),l=o.length>je?o.slice(0,Ge):o,h=o.length-l.length;return[u("h2",{},`${tt(s,t)}: ${o.length} ${f(i,"clusters")}, ${O(i,a)} ha`),u("ul",{class:"bk-list"},
l.map(c)),h>0?u("p",{},f(i,s.districts.length?"more":"more without districts",{n:O(i,h)})):null]}function mt(s,t){let{boundaries:e}=s;return[u("p",{},f(t,"indic\
ative")),u("p",{},e.note[t]," ",f(t,"boundaries date",{date:Et(t,e.date)}),"."),u("p",{},`${f(t,"source")}: ${s.decision.number}; ${e.credit}.`)]}function Ze(s,t,e){let n=[...s.legend].reverse().map(d=>({ha:d,r:j([d],[1],e)[0]})),i=n[0].r,[r,o]=[i+1,2*i+7],a=13,c=-a/2,l=n.flatMap(({ha:d,r:p})=>{let g=o-2*
p;return c=Math.max(g,c+a),[M("circle",{cx:r,cy:o-p,r:p,fill:"none",stroke:"#1c2329","stroke-width":1.2}),M("path",{d:`M${r} ${g} L${r+i+6} ${c} H${r+i+12}`,fill:"\
none",stroke:"#1c2329","stroke-width":.7}),M("text",{x:r+i+15,y:c+4,fill:"#1c2329"},`${O(t,d)} ha`)]}),h=Math.max(o+2,c+a/2+2);return M("svg",{class:"bk-circles",
width:r+i+70,height:h,"aria-hidden":"true"},...l)}function Ve(s){let[t,e]=[s.phases[0],s.phases.at(-1)];return M("svg",{width:30,height:30,viewBox:"-15 -15 30 3\
0","aria-hidden":"true"},M("circle",{r:14,fill:e.colour}),M("circle",{r:10,fill:t.colour}))}function Ke(s,{lang:t,by:e}){let n=N(s,e);if(!n.length)return null;let i=f(
t,`${s.level} without`);if(!P(n))return u("p",{class:"bk-missing"},`✗ ${i}`);let r=[-2,-1,0,1,2].map(o=>`M${o*F.step*Math.SQRT2} 14 l14 -14`).join("");return u(
"p",{class:"bk-hatched"},M("svg",{class:"bk-swatch",width:18,height:14,viewBox:"0 0 18 14","aria-hidden":"true"},M("path",{d:r,stroke:F.colour,"stroke-width":F.
width,fill:"none"})),i)}function ft(s,t,e){let{lang:n}=t,i=s.legend.map(r=>`${O(n,r)} ha`).join(", ");return[u("ul",{class:"bk-phases"},s.phases.map(r=>u("li",{},
u("span",{class:"bk-swatch bk-round",style:`--colour:${r.colour}`}),r.label[n]))),u("div",{class:"bk-sizes",role:"img","aria-label":`${f(n,"size")}: ${i}`},u("s\
pan",{},f(n,"size")),Ze(s,n,e)),s.phases.length>1?u("p",{class:"bk-ring"},Ve(s),u("span",{},f(n,"ring"))):null,u("ul",{class:"bk-tints"},s.subregions.map(r=>u("\
li",{},u("span",{class:"bk-swatch",style:`--colour:${r.tint}`}),r.label[n]))),Ke(s,t),rt(t)?null:u("p",{class:"bk-note"},f(n,"faded",{name:tt(s,t)})),u("p",{class:"\
bk-note bk-left-out"},f(n,"some")),u("p",{class:"bk-note"},f(n,"indicative"))].filter(Boolean)}var gt=class{constructor(t){this.page=t,this.all=null}render(){let{map:t,view:e,clusters:n,state:{lang:i}}=this.page,r=({target:a})=>{e.legendOpen=a.open,n.drawSoon()};
for(let a of this.all||[])a.remove();this.layerBox=u("div"),this.legendBox=u("div");let o=()=>{this.page.select({}),e.fitWhole()};this.all=[L.control.zoom({position:"\
topleft",zoomInTitle:f(i,"zoom in"),zoomOutTitle:f(i,"zoom out")}),pt("topleft","leaflet-bar bk-home",u("button",{type:"button",title:f(i,"view all"),"aria-labe\
l":f(i,"view all"),click:o},"⌂")),pt("topright","bk-card bk-layers",u("details",{toggle:()=>n.drawSoon()},u("summary",{},f(i,"layers")),this.layerBox)),pt("bo\
ttomleft","bk-card bk-legend",u("details",{open:e.legendOpen,toggle:r},u("summary",{},f(i,"legend")),this.legendBox)),pt("bottomright","bk-north",Je(f(i,"north"))),
L.control.scale({position:"bottomright",imperial:!1,maxWidth:140})];for(let a of this.all)a.addTo(t);this.renderLayers(),this.renderLegend()}renderLayers(){if(!this.
all)return;let{layers:t,state:{lang:e}}=this.page;z(this.layerBox,t.list(e).map(({key:n,label:i,on:r})=>u("label",{class:"bk-check"},u("input",{type:"checkbox",
checked:r,"data-key":`layer-${n}`,change:o=>t.toggle(n,o.target.checked)}),i)))}openLegend(){this.page.view.legendOpen=!0,this.all&&this.render()}renderLegend(){
if(!this.all)return;let{plan:t,state:e,clusters:n}=this.page;this.legendBox.replaceChildren(...ft(t,e,n.scale()))}};function pt(s,t,...e){let n=new L.Control({position:s});
return n.onAdd=()=>{let i=u("div",{class:t},...e);return L.DomEvent.disableClickPropagation(i).disableScrollPropagation(i),i},n}function Je(s){return M("svg",{viewBox:"\
0 0 24 34",width:24,height:34,role:"img","aria-label":s},M("path",{d:"M12 10 L19 32 L12 27.5 L5 32 Z",fill:"#1c2329"}),M("path",{d:"M12 10 L12 27.5 L5 32 Z",fill:"\
#ffffff",stroke:"#1c2329","stroke-width":1}),M("path",{d:"M9 8 V1 L15 8 V1",fill:"none",stroke:"#1c2329","stroke-width":1.6}))}function te(s,t,e){return t.communes.map(n=>`${s.communes[n].unit} ${s.communes[n].name}`).join(f(e,"and"))}function Qe(s){return s.ha.findIndex(t=>t>0)}function ee(s,t,e){
let n=s.phases.map(()=>1),{district:i,subregion:r}=H(s,t),o=s.phases.map((l,h)=>({phase:l,p:h,ha:t.ha[h]})).filter(({ha:l})=>l>0).map(({phase:l,p:h,ha:d})=>u("t\
r",{},u("th",{scope:"row"},u("span",{class:"bk-swatch",style:`--colour:${l.colour}`}),l.label[e]),u("td",{},f(e,h===Qe(t)?"founding":"expansion")),u("td",{},`${O(
e,d)} ha`))),a=(l,h)=>[u("dt",{},f(e,l)),u("dd",{},h)],c=te(s,t,e);return u("div",{class:"bk-popup",tabindex:"0",role:"group","aria-label":t.name},u("h2",{tabindex:"\
-1"},Ot(s,t.ha,n,1.8),t.name),u("table",{},u("caption",{class:"bk-unseen"},f(e,"area")),u("tbody",{},o),u("tfoot",{},u("tr",{},u("th",{scope:"row",colspan:"2"},
f(e,"total")),u("td",{},`${O(e,A(t,n))} ha`)))),u("dl",{},i?a("district",i.name):null,r?a("subregion",r.label[e]):null,a("printed",t.printed),a("location",t.location),
a("place",c?`${c} (${X(e,t.method)})`:X(e,t.method)),a("annex row",t.id)),u("p",{class:"bk-note"},f(e,"indicative")))}function se(s,t,e,n){let{district:i,subregion:r}=H(
s,t),o=s.clusters.filter(({communes:c})=>c.includes(s.communes.indexOf(t))),a=s.phases.map(()=>1);return u("div",{class:"bk-popup"},u("h2",{},`${t.unit} ${t.name}`),
u("p",{},[i?.name,r?.label[e]].filter(Boolean).join("; ")),o.length?u("ul",{class:"bk-here"},o.map(c=>u("li",{},u("button",{type:"button",class:"bk-button",click:()=>n(
c.index)},`${c.name}: ${O(e,A(c,a))} ha`)))):null)}function ne(s,t){let{lang:e}=t,n=T(s,t),i=[f(e,"annex row"),f(e,"name"),f(e,"printed"),f(e,"location"),...s.districts.
length?[f(e,"district")]:[],...s.subregions.length?[f(e,"subregion")]:[],...s.phases.map(o=>`${o.label[e]} (ha)`),`${f(e,"total")} (ha)`,f(e,"place")],r=Y(s,t).
map(o=>{let{district:a,subregion:c}=H(s,o),l=o.ha.map((d,p)=>d*n[p]),h=te(s,o,e);return[o.id,o.name,o.printed,o.location,...s.districts.length?[a?.name??""]:[],
...s.subregions.length?[c?.label[e]??""]:[],...l,A(o,n),h?`${h}: ${X(e,o.method)}`:X(e,o.method)]});return[i,...r]}var Pt=500;function ie(s,t){let{lang:e}=t,[n,
...i]=ne(s,t),r=d=>u("td",{class:typeof d=="number"?"bk-number":null},typeof d=="number"?d?O(e,d):"–":d),o=u("tbody"),a=0,c=u("button",{type:"button",class:"b\
k-button",click:()=>l()}),l=()=>{o.append(...i.slice(a,a+Pt).map(d=>u("tr",{},d.map(r)))),a=Math.min(i.length,a+Pt),c.hidden=a===i.length,c.textContent=f(e,"mor\
e rows",{n:Math.min(Pt,i.length-a)})};l();let h=u("dialog",{class:"bk-table","aria-labelledby":"bk-table-title"},u("header",{},u("h2",{id:"bk-table-title"},f(e,
"data")),u("button",{type:"button",class:"bk-button",click:()=>Xe(s,t)},f(e,"download")),u("button",{type:"button",class:"bk-button",click:()=>h.close()},f(e,"c\
losed"))),u("p",{},f(e,"copied")),u("div",{class:"bk-scroll",tabindex:"0",role:"region","aria-labelledby":"bk-table-title"},u("table",{},u("thead",{},u("tr",{},
n.map(d=>u("th",{scope:"col"},d)))),o),c));h.addEventListener("close",()=>h.remove()),document.body.append(h),h.showModal()}function Xe(s,t){let e=Zt(t.lang,ne(
s,t)),n=u("a",{href:URL.createObjectURL(new Blob([e],{type:"text/csv;charset=utf-8"})),download:`ccn-${t.by}.csv`});n.click(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var V=L.Renderer.extend({options:{padding:.2},initialize(s,t){L.Renderer.prototype.initialize.call(this,t),this.plan=s,this.print=null},paint(s){this.print=s,this.
_update()},_initContainer(){this._container=document.createElement("canvas"),this._container.setAttribute("aria-hidden","true"),this.context=this._container.getContext(
"2d")},_destroyContainer(){this._container.remove(),delete this._container,delete this.context},_updatePaths(){},_reset(){this._update()},_update(){if(this._map.
_animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this);let s=this._bounds.getSize(),t=this.print?this.print.ratio:window.devicePixelRatio||
1;L.DomUtil.setPosition(this._container,this._bounds.min),this._container.width=Math.round(t*s.x),this._container.height=Math.round(t*s.y),this._container.style.
width=`${s.x}px`,this._container.style.height=`${s.y}px`,this.ratio=t,this.draw({blank:!0}),this.fire("update")},begin(s=!1){let{context:t,ratio:e}=this;if(!t||
!this._bounds)return!1;let{min:n}=this._bounds;return t.setTransform(1,0,0,1,0,0),s||t.clearRect(0,0,this._container.width,this._container.height),t.setTransform(
e,0,0,e,-n.x*e,-n.y*e),!0}});var K=2**20,Ye=.6,re=V.extend({options:{pane:"bkGround"},initialize(s,t){V.prototype.initialize.call(this,s,t),this.shows={subregions:!0,districts:!0,communes:!0},
this.opacity=1,this.hatched=[],this.base=L.CRS.EPSG3857.latLngToPoint(L.latLng(s.bounds[0]),0),this.arcs=s.arcs.map(e=>this.local(e)),this.paths=new Map},local(s){
let t=new Float64Array(s.length),e=256/360*K;for(let n=0;n<s.length;n+=2){let i=Math.sin(s[n+1]/_*Math.PI/180);t[n]=(s[n]/_+180)*e-this.base.x*K,t[n+1]=(.5-Math.
log((1+i)/(1-i))/(4*Math.PI))*256*K-this.base.y*K}return t},pathsAt(s){let t=Math.ceil(s*2)/2;if(!this.paths.has(t)){let e=Ye*K/2**t,n=this.arcs.map(o=>ts(o,e)),
i=(o,a)=>oe(o,n[a],!0),r=(o,a)=>(a.forEach((c,l)=>oe(o,n[D(c)],l===0,c<0)),o);this.paths.set(t,{fills:this.plan.tinted.map(({outline:o})=>o.reduce(r,new Path2D)),
area:B(o=>o.reduce((a,c)=>this.plan.units[c].outline.reduce(r,a),new Path2D)),...Object.fromEntries(Object.entries(this.plan.borders).map(([o,a])=>[o,a.reduce(i,
new Path2D)]))})}return this.paths.get(t)},hatch(s){String(s)!==String(this.hatched)&&(this.hatched=s,this.draw())},drawHatching(s){let{context:t,_bounds:{min:e,
max:n},ratio:i}=this,[r,o]=[n.y-e.y,F.step*Math.SQRT2];t.save(),t.clip(s,"evenodd"),t.setTransform(i,0,0,i,-e.x*i,-e.y*i),t.setLineDash([]),t.strokeStyle=F.colour,
t.lineWidth=F.width,t.beginPath();for(let a=Math.ceil((e.x+e.y)/o)*o;a<n.x+n.y;a+=o)t.moveTo(a-n.y,n.y),t.lineTo(a-n.y+r,e.y);t.stroke(),t.restore()},draw({blank:s=!1}={}){
if(!this.begin(s))return;let t=this.context,e=this._map.getZoom(),n=this._map.getPixelOrigin(),i=2**e/K;t.transform(i,0,0,i,this.base.x*2**e-n.x,this.base.y*2**
e-n.y),t.lineJoin="round",t.lineCap="round";let r=this.pathsAt(e),o=(h,d,p,g=[])=>{t.strokeStyle=d,t.lineWidth=p/i,t.setLineDash(g.map(m=>m/i)),t.stroke(h)},{subregions:a,
districts:c,communes:l}=this.shows;a&&(t.globalAlpha=this.opacity,r.fills.forEach((h,d)=>{t.fillStyle=this.plan.tinted[d].tint,t.fill(h,"evenodd")}),t.globalAlpha=
1),P(this.hatched)&&this.drawHatching(r.area(this.hatched)),l&&o(r.commune,a?"#ffffff":"#c3cad0",1.1),c&&o(r.district,"#8a949c",1.2,[5,3]),a&&(o(r.subregion,"#4\
a545c",1.6),o(r.outline,"#4a545c",1.8))}});function ts(s,t){let e=s.length-2,n=[s[0],s[1]],[i,r]=n;for(let o=2;o<=e;o+=2)o<e&&Math.abs(s[o]-i)<t&&Math.abs(s[o+1]-
r)<t||([i,r]=[s[o],s[o+1]],n.push(i,r));return n}function oe(s,t,e,n=!1){let i=t.length-2;for(let r=0;r<=i;r+=2){let o=n?i-r:r;r===0&&e?s.moveTo(t[o],t[o+1]):s.
lineTo(t[o],t[o+1])}return s}function ae([[s,t],[e,n]]){let i=[1,.5,.25,.1,.05].find(m=>(e-s)/m>=3)||.05,r=L.layerGroup(),o={interactive:!1,color:"#2b6f77",weight:.7,
opacity:.7},a=m=>Math.floor(m/i)*i,c=(m,w,k)=>{r.addLayer(L.polyline(m,o));let y=document.createElement("span");y.textContent=w,r.addLayer(L.marker(k,{interactive:!1,
keyboard:!1,icon:L.divIcon({className:"bk-degree",html:y,iconSize:null})}))},l=(m,w)=>{let k=Math.round(m*60);return`${Math.floor(k/60)}°${String(k%60).padStart(
2,"0")}′${w}`},[h,d]=[a(s),a(t)],[p,g]=[a(e)+i,a(n)+i];for(let m=d;m<=g+1e-9;m+=i)c([[h,m],[p,m]],l(m,"E"),[p,m]);for(let m=h;m<=p+1e-9;m+=i)c([[m,d],[m,g]],l(
m,"N"),[m,d]);return r}var ce={clusters:"markers",labels:"labels",subregions:"subregions",districts:"districts",districtNames:"district names",communes:"borders",without:"names withou\
t",graticule:"graticule"},bt=class{constructor(t,e,{backdrop:n,clusters:i}){Object.assign(this,{map:t,plan:e,backdrop:n,clusters:i}),this.on=Object.fromEntries(
Object.keys(ce).map(r=>[r,!["graticule","without"].includes(r)])),this.foreign=[]}toggle(t,e){this.on[t]=e,t==="graticule"&&(this.graticule??=ae(this.plan.bounds));
let n=t==="graticule"?this.graticule:this.foreign.find(i=>i.key===t)?.layer;n&&e?this.map.addLayer(n):n?this.map.removeLayer(n):this.drawParts()}drawParts(){let{
clusters:t,subregions:e,districts:n,communes:i,labels:r,districtNames:o,without:a}=this.on;this.backdrop.shows={subregions:e,districts:n,communes:i},this.clusters.
hidden=!t,this.clusters.names.shows={clusters:r,districts:o,communes:i,without:a},this.backdrop.draw(),this.clusters.draw()}addForeign(t){this.foreign=t.map(([e,
n],i)=>({key:`foreign${i}`,label:e,layer:n})),this.map.on("layeradd layerremove",({layer:e})=>{e instanceof L.GridLayer&&this.showGround()}),this.showGround()}showGround(){
let t=this.foreign.some(({layer:e})=>e instanceof L.GridLayer&&this.map.hasLayer(e));this.backdrop.opacity=t?.35:1,this.backdrop.draw()}list(t){let e=c=>c[0].toLocaleUpperCase(
"vi")+c.slice(1),{districts:n,subregions:i,phases:r}=this.plan,o=[...n.length?[]:["districts","districtNames"],...i.length?[]:["subregions"],...r.some(({end:c})=>P(
N(this.plan,c)))?[]:["without"]];return[...Object.entries(ce).filter(([c])=>!o.includes(c)).map(([c,l])=>({key:c,on:this.on[c],label:e(f(t,l))})),...this.foreign.
map(({key:c,label:l,layer:h})=>({key:c,on:this.map.hasLayer(h),label:h instanceof L.GridLayer?`${l} (${f(t,"network")})`:l}))]}};var wt=class{constructor(t){this.page=t,this.cluster=null,this.commune=null,t.map.on("popupclose",({popup:e})=>this.closed(e))}open(t,{focus:e=!0}={}){let{page:n}=this,
{map:i,plan:r}=n;if(this.reopening=!0,this.cluster&&this.cluster.remove(),this.reopening=!1,this.cluster=null,t===null)return;let o=r.clusters[t];A(o,T(r,n.state))||
n.set({by:r.phases[o.ha.findIndex(w=>w>0)].end});let{x:a,y:c,radii:l}=o.latlng?n.clusters.disc(o):{radii:[0]},h=o.latlng?i.layerPointToLatLng([a,c]):i.getCenter();
this.openedFromList=n.boxes.list.contains(document.activeElement);let d=n.view.isWide()?n.view.padding(10).paddingTopLeft[0]:60,p=ee(r,o,n.state.lang),g=Math.min(
24*n.view.rem,i.getSize().x-d-60),m=-Math.round(l.at(-1)||8);this.cluster=this.show(h,p,{maxWidth:g,minWidth:Math.min(18*n.view.rem,g),offset:[0,m],autoPanPaddingTopLeft:[
d,50]}),n.view.reveal(),e&&p.querySelector("h2").focus({preventScroll:!0})}name(t){let{plan:e,state:n}=this.page,i=e.communes.find(o=>L.latLngBounds(U(o,e)).contains(
t)&&ot(G(o,e),[t.lat,t.lng]));if(!i)return;let r=se(e,i,n.lang,o=>this.page.set({cluster:o}));this.commune=this.show(t,r,{maxWidth:260})}show(t,e,n){let i=L.popup(
n).setLatLng(t).setContent(e).openOn(this.page.map);return i.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label",f(this.page.state.
lang,"closed")),i}renew(){let{cluster:t}=this.page.state;t!==null&&this.cluster&&this.open(t,{focus:!1}),this.commune?.isOpen()&&this.name(this.commune.getLatLng())}closed(t){
let{map:e,state:n,boxes:i}=this.page;if(t!==this.cluster||n.cluster===null||this.reopening)return;let r=t.getElement().contains(document.activeElement);this.page.
set({cluster:null});let o=i.list.querySelector(`[data-key="c${n.cluster}"]`);r&&(this.openedFromList&&o?o:e.getContainer()).focus({preventScroll:!0})}};var es=.5,le=60;function ss(s,t){let{lang:e}=t,n=T(s,t),i=Z(s,t),r=b=>b?O(e,Q(b)):"–",o=b=>[...b.map((v,x)=>r(v*n[x])),r(b.reduce((v,x,S)=>v+x*n[S],0))],a=(b,v,x)=>u(
"tr",{class:b},u("th",{scope:"row"},v),o(x).map(S=>u("td",{},S))),c=b=>s.phases.map((v,x)=>b.reduce((S,R)=>S+R.ha[x],0)),l=Y(s,t),h=b=>`${b.id}. ${b.name}${b.latlng?
"":` (${f(e,"not placed")})`}`,d=b=>q(s,t,{...s.units[b],[s.level]:b}),p=b=>s.clusters.find(v=>v.unit===b)?.index??1/0,g=b=>l.filter(({unit:v})=>v===b),m=s.units.
map((b,v)=>v).filter(b=>g(b).length||s.level!=="commune"&&d(b)),w=b=>l.length>le?[]:b.map(v=>a("bk-cluster",h(v),v.ha)),k=s.level==="commune"&&l.length<=le,y=b=>[
h(b),b.communes.map(v=>W(s.communes[v],e)).join(", ")].filter(Boolean).join(" · "),$=k?l.map(b=>a("bk-cluster",y(b),b.ha)):m.sort((b,v)=>p(b)-p(v)).flatMap(b=>{
let v=i.units[b].covered?"":` (${f(e,"no")})`;return[a("bk-district",W(s.units[b],e)+v,c(g(b))),...w(g(b))]});return u("table",{},u("caption",{},`${tt(s,t)}: ${f(
e,"size").toLocaleLowerCase(e)}, ${Ct(s,t)}`),u("thead",{},u("tr",{},u("th",{scope:"col"},f(e,s.level)),s.phases.map(b=>u("th",{scope:"col"},b.id)),u("th",{scope:"\
col"},f(e,"total")))),u("tbody",{},$,k?[]:w(g(null)),a("bk-total",f(e,"total"),c(l))))}function he(s,t,e){return[u("div",{class:"bk-sheet-column"},ut(s,t),dt(s,
t),ss(s,t),u("footer",{},mt(s,t.lang))),u("div",{class:"bk-sheet-legend"},ft(s,t,e))]}function ns(s){for(let t=1;s.scrollHeight>s.clientHeight&&t>es;t-=.04)s.style.
fontSize=`calc(${t} * var(--text))`}function ue({map:s,whole:t,sheet:e,parts:n,paint:i}){let r=null,o=u("style");document.head.append(o);let a=document.documentElement,
c=l=>{o.textContent=`@page { size: ${l} landscape; margin: 8mm; }`,a.dataset.paper=l};return c("A4"),window.addEventListener("beforeprint",()=>{if(r)return;let l=s.
getBounds();r={center:s.getCenter(),zoom:s.getZoom()},s.closePopup(),a.classList.add("bk-printing"),s.invalidateSize({animate:!1,pan:!1});let h=l.contains(t())?
[t(),[.27*s.getSize().x,6]]:[l,[6,6]];s.fitBounds(h[0],{animate:!1,paddingTopLeft:h[1],paddingBottomRight:[6,6]}),e.replaceChildren(...n()),ns(e.firstChild),i(a.
dataset.paper==="A3"?{ratio:3,text:1.4}:{ratio:4,text:1})}),window.addEventListener("afterprint",()=>{r&&(a.classList.remove("bk-printing"),e.replaceChildren(),
i(null),s.invalidateSize({animate:!1,pan:!1}),s.setView(r.center,r.zoom,{animate:!1}),r=null)}),l=>{c(l),window.print()}}var is=B(s=>{let t=(e,n,i,r,o=[])=>({kind:e,item:n,index:i,keys:r.map(ht),places:o.map(ht)});return[...s.clusters.map((e,n)=>t("cluster",e,n,[e.name,e.printed],
e.communes.map(i=>s.communes[i].name))),...s.districts.map((e,n)=>t("district",e,n,[e.name])),...s.communes.map((e,n)=>t("commune",e,n,[e.name,`${e.unit} ${e.name}`]))]});
function os(s,t,e=12){let n=ht(t).replace(/^(ccn|cum cong nghiep|cum) (?=.)/,"");if(!n)return[];let i=({keys:r})=>r.includes(n)?0:r.some(o=>o.startsWith(n))?1:r.
some(o=>` ${o}`.includes(` ${n}`))?2:r.some(o=>o.includes(n))?3:4;return is(s).filter(({keys:r,places:o})=>[...r,...o].some(a=>a.includes(n))).map(r=>({...r,rank:i(
r)})).sort((r,o)=>r.rank-o.rank).slice(0,e)}function de(s,t,e){let n=f(t,s.districts.length?"search":"search without districts"),i=u("ul",{id:"bk-found",role:"l\
istbox","aria-label":n,hidden:!0}),r=u("span",{class:"bk-unseen",role:"status"}),o=[],a=-1,c=u("input",{type:"search",id:"bk-query",role:"combobox","aria-expand\
ed":"false","aria-controls":"bk-found","aria-autocomplete":"list","aria-label":n,placeholder:n,autocomplete:"off","data-key":"search"}),l=m=>{c.value=m.item.name,
d([]),e(m)},h=({kind:m,item:w})=>m==="district"?f(t,"district"):[m==="cluster"?f(t,"cluster"):w.unit,H(s,w).district?.name].filter(Boolean).join(", ");function d(m){
o=m,a=m.length?0:-1,i.replaceChildren(...m.map((w,k)=>u("li",{id:`bk-found-${k}`,role:"option","aria-selected":String(k===a),mousedown:y=>{y.preventDefault(),l(
w)}},u("strong",{},w.item.name),u("small",{},h(w))))),i.hidden=!m.length,c.setAttribute("aria-expanded",String(!!m.length)),p()}function p(){[...i.children].forEach(
(m,w)=>m.setAttribute("aria-selected",String(w===a))),a>=0?c.setAttribute("aria-activedescendant",`bk-found-${a}`):c.removeAttribute("aria-activedescendant"),i.
children[a]&&i.children[a].scrollIntoView({block:"nearest"})}c.addEventListener("input",()=>{d(os(s,c.value));let m=c.value.trim()&&!o.length;r.textContent=m?f(
t,"none found"):o.length?f(t,"found",{n:o.length}):"",g.dataset.none=m?f(t,"none found"):""}),c.addEventListener("keydown",m=>{if(m.key==="ArrowDown"||m.key==="\
ArrowUp"){m.preventDefault();let w=m.key==="ArrowDown"?1:-1;o.length&&(a=(a+w+o.length)%o.length),p()}else m.key==="Enter"&&o[a]?(m.preventDefault(),l(o[a])):m.
key==="Escape"&&d([]);m.stopPropagation()}),c.addEventListener("blur",()=>d([]));let g=u("div",{class:"bk-search",role:"search"},c,i,r);return g}function me(s){return{by:s.by,alone:!1,lang:s.lang,district:null,subregion:null,cluster:null,playing:!1}}function fe(s,t){let e=me(s),n=new URLSearchParams;return t.
by!==e.by&&n.set("by",t.by),t.alone&&n.set("alone","1"),t.lang!==e.lang&&n.set("lang",t.lang),t.district!==null&&n.set("district",s.districts[t.district].code),
t.subregion!==null&&n.set("subregion",s.subregions[t.subregion].id),t.cluster!==null&&n.set("cluster",s.clusters[t.cluster].id),n.toString()}function Tt(s,t){let e=new URLSearchParams(
t.replace(/^#/,"")),n=me(s),i=(o,a,c)=>{let l=o.findIndex(h=>h[a]===e.get(c));return l<0?null:l},r=Number(e.get("by"));return s.phases.some(o=>o.end===r)&&(n.by=
r),["vi","en"].includes(e.get("lang"))&&(n.lang=e.get("lang")),n.alone=e.get("alone")==="1",n.district=i(s.districts,"code","district"),n.subregion=n.district===
null?i(s.subregions,"id","subregion"):null,n.cluster=i(s.clusters,"id","cluster"),n}var At="#1c2329",rs="#ffffff",as=4;function _t(s,t,e){for(let n of[!0,!1]){let i=t.filter(r=>r.dim===n);cs(s,i.filter(({x:r,y:o,r:a,anchor:c})=>Math.hypot(r-c[0],
o-c[1])>=a),n);for(let r of i)zt(s,r,e)}}function cs(s,t,e){s.globalAlpha=e?.25:1,s.strokeStyle=At,s.fillStyle=At,s.lineWidth=1.25,s.beginPath();for(let{x:n,y:i,
anchor:r}of t)s.moveTo(n,i),s.lineTo(...r);s.stroke(),s.beginPath();for(let[n,i]of new Map(t.map(({point:r,anchor:o})=>[r,o])).values())s.moveTo(n+2.2,i),s.arc(
n,i,2.2,0,2*Math.PI);s.fill()}function zt(s,{x:t,y:e,r:n,radii:i,dim:r},o,a=!1){let c=(l,h)=>{s.fillStyle=h,s.beginPath(),s.arc(t,e,l,0,2*Math.PI),s.fill()};s.globalAlpha=
r&&!a?.22:1,a&&c(n+4,At),a?c(n+1.5,rs):n>as&&c(n+E.outline,E.edge);for(let l=i.length-1;l>=0;l--)i[l]>(i[l-1]||0)&&c(i[l],o[l].colour);s.globalAlpha=1}var ls=Math.PI*(3-Math.sqrt(5)),pe=64,hs=1-1e-6;function we(s,t,e=s.length>E.crowd){let[n,i]=[E.gap*t,E.open*t],r=new Map,o=s.map(({x:l,y:h})=>{let d=`${l} ${h}`;
r.has(d)||r.set(d,{x:l,y:h,discs:0,next:0,standing:[]});let p=r.get(d);return p.discs+=1,p}),a=[];for(let l of r.values())e||(l.standing=a),l.discs>1&&l.standing.
push({x:l.x,y:l.y,r:i-n});let c=[];for(let l of s.map((h,d)=>d).sort((h,d)=>s[d].r-s[h].r||h-d)){let[h,{x:d,y:p,r:g}]=[o[l],s[l]],m=h.discs>1?g+i:0,w=S=>m+E.step*
(g+n)*Math.sqrt(Math.max(S-1,0)),k=(S,R)=>{let st=S<2?Math.PI*(1-S):ls*S;return{x:d+R*Math.cos(st),y:p-R*Math.sin(st),r:g}},y=(S,R)=>R.every(st=>us(S,st,n)),$=[],
b=h.next;for(;(b-h.next)%pe===0&&($=ge(h,w(b),w(b+pe),g+n)),!y(k(b,w(b)),$);b++);h.discs>1&&(h.next=b);let[v,x]=[m,w(b)];$=x>v?ge(h,v,x,g+n):[];for(let S=0;x>v&&
S<E.halves;S++){let R=(v+x)/2;y(k(b,R),$)?x=R:v=R}c[l]=k(b,x),h.standing.push(c[l])}return c}function ge({x:s,y:t,standing:e},n,i,r){return e.filter(o=>{let a=Math.
sqrt((o.x-s)**2+(o.y-t)**2);return a<i+r+o.r&&a>n-r-o.r}).reverse()}var us=(s,t,e)=>(s.x-t.x)**2+(s.y-t.y)**2>=(hs*(s.r+t.r+e))**2,yt=class{constructor(t,e=64){
this.frame=t,this.cell=e,this.cells=new Map}*#e([t,e,n,i]){for(let r=Math.floor(t/this.cell);r<=Math.floor(n/this.cell);r++)for(let o=Math.floor(e/this.cell);o<=
Math.floor(i/this.cell);o++)yield r*65536+o}frames(t){let{frame:e}=this;return e[0]<=t[0]&&e[1]<=t[1]&&t[2]<=e[2]&&t[3]<=e[3]}hits(t){if(!this.frames(t))return!0;
for(let e of this.#t(t))if(be(t,e))return!0;return!1}isNearest(t,e){let n=Bt(t,e)-t.r;for(let{disc:i}of this.#t([e[0]-n,e[1]-n,e[2]+n,e[3]+n]))if(i&&!(i.x===t.x&&
i.y===t.y)&&Bt(i,e)-i.r<n)return!1;return!0}isJoined(t,e,n){let i=xe(t,e,n);if(!i.length)return this.isNearest(t,e);let r=({disc:o})=>o?.x===t.x&&o?.y===t.y;return i.
every(o=>{for(let a of this.#t(o))if(!r(a)&&be(o,a))return!1;return!0})}*#t(t){for(let e of this.#e(t))yield*this.cells.get(e)||[]}add(t,e=null){for(let n of this.#e(
t))this.cells.has(n)||this.cells.set(n,[]),this.cells.get(n).push({box:t,disc:e})}addDisc({x:t,y:e,r:n},i=0){let r=n+i;this.add([t-r,e-r,t+r,e+r],{x:t,y:e,r})}};
function be(s,{box:t,disc:e}){return s[0]>=t[2]||s[2]<=t[0]||s[1]>=t[3]||s[3]<=t[1]?!1:!e||Bt(e,s)<e.r}function Bt({x:s,y:t},[e,n,i,r]){return Math.hypot(Math.min(
Math.max(s,e),i)-s,Math.min(Math.max(t,n),r)-t)}function ye(s,t,e,{paper:n=!1}={}){return s.map(i=>{let r=(a,c)=>a.find(l=>!t.hits(l)&&c(l))??null,o=r(ds(i,e),a=>t.
isNearest(i,a));if(!o&&n&&s.length<=C.all_up_to&&(o=r(ms(i,e),a=>t.isJoined(i,a,e))),o)for(let a of[o,...xe(i,o,e)])t.add(a);return o})}function ds({x:s,y:t,r:e,
width:n,height:i},r){let[o,a]=[e+C.beside*r,e+C.above*r],c=e*.7071+C.corner*r;return[[s+o,t-i/2],[s-n/2,t+a],[s-o-n,t-i/2],[s-n/2,t-a-i],[s+c,t+c],[s+c,t-c-i],[
s-c-n,t+c],[s-c-n,t-c-i]].map(([h,d])=>[h,d,h+n,d+i])}function ms({x:s,y:t,r:e,width:n,height:i},r){return Array.from({length:C.steps*C.ways},(o,a)=>{let c=e+C.
further*(1+Math.floor(a/C.ways))*r,l=2*Math.PI*(a%C.ways)/C.ways,h=s+Math.cos(l)*(c+n/2)-n/2,d=t+Math.sin(l)*(c+i/2)-i/2;return[h,d,h+n,d+i]})}function It({x:s,
y:t,r:e},[n,i,r,o],a){let[c,l]=[Math.min(Math.max(s,n),r),Math.min(Math.max(t,i),o)],h=Math.hypot(c-s,l-t);if(h<=e+C.leader*a)return null;let d=e/h;return[[s+(c-
s)*d,t+(l-t)*d],[c,l]]}function xe(s,t,e){let[n,i]=[It(s,t,e),C.line*e];if(!n)return[];let[[r,o],[a,c]]=n;return Array.from({length:C.joints-1},(l,h)=>{let d=(h+
1)/C.joints,[p,g]=[r+(a-r)*d,o+(c-o)*d];return[p-i,g-i,p+i,g+i]})}function ke(s,[[t,e],[n,i]],{shrink:r=1,around:o=!1}={}){let a=Math.ceil(s.flat().length/I.vertices),
c=s.map(p=>p.filter((g,m)=>m%a===0)),l=c.flat(),h=o?I.around:0,d=[];for(let p=1;p<I.spots;p++){let g=Array.from({length:I.spots-1+2*h},(m,w)=>{let k=[t+(n-t)*(p/
I.spots),e+(i-e)*((w+1-h)/I.spots)];return{at:k,within:ot(c,k)}});for(let[m,{at:w,within:k}]of g.entries()){if(!g.slice(Math.max(0,m-h),m+h+1).some($=>$.within))
continue;let y=Math.min(...l.map(([$,b])=>Math.hypot((w[1]-b)*r/I.width,w[0]-$)));d.push({at:w,within:k,clear:Math.floor((k?y:-y)*1e6+.5)})}}return d.sort((p,g)=>g.
clear-p.clear)}function ve(s,[t,e],n,i,{always:r=!1}={}){let o=s.map(({x:h,y:d})=>[h-t/2,d-e/2,h+t/2,d+e/2]),a=I.clear*i,c=([h,d,p,g],m)=>s[m].within&&!n.hits([
h-a,d-a,p+a,g+a]),l=o.find(c)??o.find(h=>!n.hits(h))??(r?o.find(h=>n.frames(h)):null);return l&&n.add(l),l??null}var fs="#1c2329",xt="#56616a",ps="#a3261b",et="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",Le=400,gs=.9,$e=s=>B((t,e)=>{let n=U(
t,e);return ke(G(t,e),n,{shrink:Math.cos(n[0][0]*Math.PI/180),around:s})}),[bs,ws]=[$e(!1),$e(!0)],kt=class{constructor(t){this.layer=t,this.shows={clusters:!0,
districts:!0,communes:!0,without:!1},this.scale=it()/14,this.widths=new Map,this.placed=[]}draw(t,e){let{layer:{plan:n,print:i,view:{missing:r,lang:o},_map:a,zoomOfWhole:c},
shows:l}=this,[h,d]=[[0,0],a.getSize()].map(x=>a.containerPointToLayerPoint(x));this.placed=[],this.leftOut=!1;let p=new yt([h.x,h.y,d.x,d.y]);for(let x of t)p.
addDisc(x,E.outline);for(let x of this.covered(h))p.add(x);let g=`600 ${this.size(11.5)}px ${et}`,m=x=>W(x,o).toLocaleUpperCase("vi"),w=P(r)||n.level==="distric\
t"&&!l.districts?[]:r.map(x=>n.units[x]),k=l.districts?n.districts.filter(x=>!w.includes(x)):[],y={around:!0,short:"✗"};this.drawUnits("missing",w,x=>`✗ ${m(
x)}`,g,p,ps,y);let $=new Set(e?[e]:[]);if(l.clusters)for(let x of t.filter(({dim:S})=>!S).slice(0,Le))$.add(x);if(this.drawLabels([...$].map(x=>({...x,...this.label(
x,x===e)})),p),this.drawUnits("district",k,m,g,p,xt,{around:!!i}),l.without&&P(r)){let x=r.map(S=>n.units[S]);this.drawUnits("without",x,S=>W(S,o),`600 ${this.size(
11)}px ${et}`,p,xt)}l.communes&&a.getZoom()>c+gs&&this.drawUnits("commune",n.communes,({name:x})=>x,`400 ${this.size(11)}px ${et}`,p,xt);let{classList:b}=document.
documentElement,v=b.contains("bk-names-left-out");b.toggle("bk-names-left-out",this.leftOut||t.length>Le)!==v&&!i&&this.layer.drawSoon()}covered({x:t,y:e}){let n=this.
layer._map.getContainer().getBoundingClientRect();return[...document.querySelectorAll(".leaflet-control, .bk-sheet-legend")].map(i=>i.getBoundingClientRect()).filter(
({width:i})=>i).map(({left:i,top:r,right:o,bottom:a})=>[i-n.left+t,r-n.top+e,o-n.left+t,a-n.top+e])}drawLabels(t,e){let{print:n,context:i}=this.layer;ye(t,e,this.
size(1),{paper:!!n}).forEach((r,o)=>{if(!r){this.leftOut=!0;return}let a=It(t[o],r,this.size(1));this.placed.push({kind:"cluster",of:t[o].cluster.id,box:r,line:a}),
a&&(i.strokeStyle=xt,i.lineWidth=this.size(1),i.beginPath(),i.moveTo(...a[0]),i.lineTo(...a[1]),i.stroke());let{lines:c,lineHeight:l}=t[o];c.forEach(([h,d],p)=>this.
text(h,r[0],r[1]+l*p,d,fs))})}size(t){let{print:e}=this.layer;return t*(e?.84*e.text:this.scale)}label({cluster:t},e){let{print:n,view:{weights:i,lang:r}}=this.
layer,o=this.size(12.5),a=[[t.name,`${e?700:500} ${o}px ${et}`]];if(n){let h=t.ha.filter((d,p)=>d*i[p]>0).map(d=>O(r,d));a.push([h.join(" + "),`400 ${o-1.5}px ${et}`])}
let c=o*1.18,l=Math.max(...a.map(([h,d])=>this.widthOf(h,d)));return{lines:a,lineHeight:c,width:l,height:c*a.length}}drawUnits(t,e,n,i,r,o,{around:a=!1,short:c=""}={}){
let{plan:l,_map:h}=this.layer,d=h.getBounds(),[p,g]=[2,this.size(15)];for(let m of e.filter(w=>d.intersects(U(w,l)))){let w=(a?ws:bs)(m,l).map(({at:b,within:v})=>({
...h.latLngToLayerPoint(b),within:v})),k=(b,v=!1)=>(y=b,ve(w,[this.widthOf(b,i)+2*p,g],r,this.size(1),{always:v})),y="",$=k(n(m))??(c?k(c)??k(c,!0):null);if(!$){
this.leftOut=!0;continue}this.placed.push({kind:t,of:m.code,box:$}),this.text(y,$[0]+p,$[1],i,o)}}text(t,e,n,i,r){let o=this.layer.context;o.font=i,o.textBaseline=
"top",o.lineJoin="round",o.lineWidth=4,o.strokeStyle="rgba(255,255,255,0.92)",o.strokeText(t,e,n),o.fillStyle=r,o.fillText(t,e,n)}widthOf(t,e){let n=e+t;return this.
widths.has(n)||(this.layer.context.font=e,this.widths.set(n,this.layer.context.measureText(t).width)),this.widths.get(n)}};var ys=12,Se=12,Ee=V.extend({options:{pane:"bkClusters"},initialize(s,t){V.prototype.initialize.call(this,s,t),this.view={weights:s.phases.map(()=>1),selected:()=>!0,
selection:"",missing:[],lang:"vi"},this.isCrowd=s.clusters.length>E.crowd,this.hidden=!1,this.active=-1,this.names=new kt(this),this.named=!1,this.pictures=new Map;
let[e,n]=s.bounds.map(Me);this.zoomOfWhole=Math.log2(E.whole/Math.max(n.x-e.x,e.y-n.y)),this.order=s.clusters.filter(({latlng:r})=>r).sort((r,o)=>Rt(o)-Rt(r)||r.
index-o.index);let i=new Map;this.points=s.clusters.map(({latlng:r})=>(i.has(String(r))||i.set(String(r),r&&Me(r)),i.get(String(r))))},setView(s){Object.assign(
this.view,s),this._map&&this.draw()},scale(s=this._map.getZoom()){let t=s-this.zoomOfWhole,e=Math.min(E.most_growth,Math.max(E.least_growth,2**(t/2)));return Math.
min(this.plan.scale*e,this.plan.crowd*2**t)},beyond(s){let[t,e]=this.plan.bounds.map(i=>L.CRS.EPSG3857.latLngToPoint(L.latLng(i),s)),n=[0,0,0,0];for(let i of this.
isCrowd?[]:this.order){let{x:r,y:o,r:a}=this.disc(i,this.plan.phases.map(()=>1),s,{x:0,y:0},this.scale(s));[t.x-r+a,e.y-o+a,r+a-e.x,o+a-t.y].forEach((l,h)=>{n[h]=
Math.max(n[h],l)})}return n},offsets(s,t){let e=this.order.length>E.crowd?1:2**s/t;if(this.away?.units===e)return this.away;let n=this.order.map(i=>{let{x:r,y:o}=this.
points[i.index];return{x:r*e,y:o*e,r:Math.sqrt(Rt(i))}});return this.away=[],this.away.units=e,we(n,1/this.plan.scale).forEach(({x:i,y:r},o)=>{this.away[this.order[o].
index]=[i-n[o].x,r-n[o].y]}),this.away},disc(s,t=this.view.weights,e=this._map.getZoom(),n=this._map.getPixelOrigin(),i=this.scale()){let r=this.points[s.index],
o=this.offsets(e,i)[s.index],a=2**e,[c,l]=[r.x*a-n.x,r.y*a-n.y],h=j(s.ha,t,i);return{x:c+o[0]*i,y:l+o[1]*i,r:h.at(-1),radii:h,anchor:[c,l],point:r}},at(s){let t=null,
e=1/0;for(let n of this.hidden?[]:this.order){let{x:i,y:r,r:o}=this.disc(n);if(!o)continue;let a=Math.hypot(s.x-i,s.y-r);a<=Math.max(o,ys)&&a/o<e&&(t=n,e=a/o)}return t},
draw({blank:s=!1}={}){if(s&&this.pictures.clear(),!this.begin(s))return;let{discs:t,canvas:e}=this.hidden?{discs:[]}:this.picture(this.view.weights),{min:n}=this.
_bounds,i=this._bounds.getSize();e?this.context.drawImage(e,n.x,n.y,i.x,i.y):_t(this.context,t,this.plan.phases);let r=t.find(({cluster:o})=>o.index===this.active);
r&&zt(this.context,r,this.plan.phases,!0),this.drawn={discs:t,active:r},this.print||this.named&&!e?this.names.draw(t,r):this.named&&this.nameLater()},drawSoon(){
this.soon??=requestAnimationFrame(()=>{this.soon=null,this.draw()})},nameLater(){this.callOff?.(),this.callOff=J(()=>{this.named=!0,this.context&&(this.names.draw(
this.drawn.discs,this.drawn.active),this.pictures.size&&this.later(()=>this.foresee()))})},discs(s){let{min:t,max:e}=this._bounds,n=this._map.getZoom(),i=this._map.
getPixelOrigin(),r=this.scale(),o=[];for(let a of this.order){let c=this.disc(a,s,n,i,r),{x:l,y:h,r:d}=c;!d||l+d<t.x||l-d>e.x||h+d<t.y||h-d>e.y||(c.cluster=a,c.
dim=!this.view.selected(a),o.push(c))}return o},picture(s){let t=`${s} ${this.view.selection}`;if(this.pictures.has(t))return this.pictures.get(t);let e={discs:this.
discs(s),canvas:null};if(e.discs.length<=E.crowd||this.print)return e;e.canvas=document.createElement("canvas"),e.canvas.width=this._container.width,e.canvas.height=
this._container.height;let n=e.canvas.getContext("2d");return n.setTransform(this.context.getTransform()),_t(n,e.discs,this.plan.phases),s.every(Number.isInteger)&&
this.pictures.size<Se&&this.pictures.set(t,e),e},foresee(){let{phases:s}=this.plan,e=s.map(({end:i})=>s.map(r=>+(r.end<=i))).find(i=>!this.pictures.has(`${i} ${this.
view.selection}`));if(!e||!this._map||!this.drawn.discs.length||this.pictures.size>=Se)return;let{canvas:n}=this.picture(e);n&&(n.getContext("2d").getImageData(
0,0,1,1),this.later(()=>this.foresee()))},later(s){clearTimeout(this.waiting),this.waiting=setTimeout(s,60)}}),Rt=s=>A(s,s.ha.map(()=>1)),Me=s=>L.CRS.EPSG3857.latLngToPoint(
L.latLng(s),0);var xs=350,ks=60,vs=760,vt=class{constructor(t,e,n){this.map=t,this.plan=e,this.rem=it(),this.still=window.matchMedia("(prefers-reduced-motion: reduce)");for(let[
i,r]of[["bkGround",350],["bkClusters",450]])Object.assign(t.createPane(i).style,{zIndex:r,pointerEvents:"none"});t.attributionControl.setPrefix("Leaflet"),this.
legendOpen=this.isWide(),this.backdrop=new re(e),this.clusters=new Ee(e),this.fitWhole(!1),t.setMaxBounds(L.latLngBounds(e.bounds).pad(.8)),this.backdrop.hatched=
n.missing,this.backdrop.addTo(t),this.clusters.setView(n),this.clusters.addTo(t)}isShown(){let{x:t,y:e}=this.map.getSize();return Math.min(t,e)>=ks}isWide(){return this.
map.getSize().x>vs}padding(t){let e=this.isWide()&&this.legendOpen?this.rem*17:0;return{paddingTopLeft:[t+e,t],paddingBottomRight:[t,t]}}boundsOf(t){return t?U(
t,this.plan):this.plan.bounds}fitWhole(t=!0){let{map:e,plan:{bounds:n}}=this,{paddingTopLeft:[i,r],paddingBottomRight:[o,a]}=this.padding(8);if(e.options.minZoom=
0,!this.isShown()){e.setView(L.latLngBounds(n).getCenter(),8,{animate:!1});return}let[c,l,h,d]=[0,0,0,0],p=0;for(let g=0;g<3;g++)p=e.getBoundsZoom(n,!1,L.point(
i+c+o+h,r+l+a+d)),[c,l,h,d]=this.clusters.beyond(p);e.fitBounds(n,{paddingTopLeft:[i+c,r+l],paddingBottomRight:[o+h,a+d],animate:t}),e.options.minZoom=p-1.5}zoomTo(t,e=!this.
still.matches){!t||!this.isShown()?this.fitWhole(e):e?this.map.flyToBounds(this.boundsOf(t),{...this.padding(24),duration:.6}):this.map.fitBounds(this.boundsOf(
t),{...this.padding(24),animate:e})}zoomToCommune(t){this.map.fitBounds(this.boundsOf(t),{...this.padding(60),maxZoom:12,animate:!this.still.matches})}reveal(){
let{top:t,bottom:e}=this.map.getContainer().getBoundingClientRect();t>=0&&e<=window.innerHeight||this.map.getContainer().scrollIntoView({block:"nearest",behavior:this.
still.matches?"auto":"smooth"})}outline(t){this.outlined?.remove(),this.outlined=t&&L.polygon(G(t,this.plan),{interactive:!1,fill:!1,color:"#1c2329",weight:2.6}).
addTo(this.map)}highlight(t){this.clusters.active!==t&&(this.clusters.active=t,this.clusters.drawSoon())}show({weights:t,...e},n){cancelAnimationFrame(this.frame),
this.backdrop.hatch(e.missing);let i=n||this.still.matches;this.clusters.setView(i?{weights:t,...e}:e),i||this.grow(t)}grow(t){let e=this.clusters.view.weights;
if(t.every((r,o)=>r===e[o]))return;let n=performance.now(),i=r=>{let o=Math.min(1,Math.max(0,(r-n)/xs));this.clusters.setView({weights:t.map((a,c)=>e[c]+(a-e[c])*
o)}),o<1&&(this.frame=requestAnimationFrame(i))};this.frame=requestAnimationFrame(i)}paint(t,e){this.show(e,!0),this.backdrop.paint(t),this.clusters.paint(t)}};var Ls=1600,$s=["head","verdict","timeline","tools","search","summary","list","source","sheet"],Nt=class{constructor(t){this.map=t,this.plan=Gt(JSON.parse(document.
getElementById("bk-plan").textContent)),qt(this.plan.words),this.state=Tt(this.plan,location.hash),this.boxes=Object.fromEntries($s.map(e=>[e,document.getElementById(
`bk-${e}`)])),this.view=new vt(t,this.plan,this.shown()),this.clusters=this.view.clusters,this.layers=new bt(t,this.plan,this.view),this.controls=new gt(this),this.
popups=new wt(this),this.print=ue({map:t,whole:()=>L.latLngBounds(this.view.boundsOf(this.selectedUnit())),sheet:this.boxes.sheet,parts:()=>he(this.plan,this.state,
this.clusters.scale()),paint:e=>this.view.paint(e,this.shown())}),this.listen(),this.selectedUnit()&&this.zoomToSelection(!1),this.fitted=this.seen(),this.ready=
new Promise(e=>{J(()=>{this.renderWords(),this.show({instantly:!0}),this.state.cluster!==null&&this.popups.open(this.state.cluster),this.clusters.nameLater(),e()})})}listen(){
let{map:t,view:e}=this;t.on("click",({layerPoint:n,latlng:i})=>{let r=this.clusters.at(n);r?this.set({cluster:r.index}):this.popups.name(i)}),t.on("mousemove",({
layerPoint:n})=>{if(t.dragging.moving())return;let i=this.clusters.at(n);t.getContainer().style.cursor=i?"pointer":"",e.highlight(i?i.index:-1)}),t.on("mouseout",
()=>e.highlight(-1)),t.on("zoomend",()=>this.controls.renderLegend()),new ResizeObserver(()=>{if(document.documentElement.classList.contains("bk-printing"))return;
let[n,i]=[this.seen()===this.fitted,e.isShown()];t.invalidateSize({animate:!1}),!i&&e.isWide()&&this.controls.openLegend(),n&&this.zoomToSelection(!1),n&&(this.
fitted=this.seen())}).observe(t.getContainer()),window.addEventListener("hashchange",({newURL:n})=>{clearInterval(this.timer),this.state={...this.state,...Tt(this.
plan,new URL(n).hash)},this.renderWords(),this.show(),this.zoomToSelection(!1),this.popups.open(this.state.cluster)}),document.addEventListener("keydown",n=>{n.
key==="Escape"&&!n.target.closest("dialog")&&t.closePopup(),!(n.target.closest("input, select, textarea, dialog, .leaflet-container")||n.altKey||n.ctrlKey||n.metaKey)&&
(n.key==="ArrowRight"?this.step(1):n.key==="ArrowLeft"&&this.step(-1))})}set(t){let e=this.state;this.state={...e,...t},t.lang&&t.lang!==e.lang&&this.renderWords(),
Oe(this.plan,e)!==Oe(this.plan,this.state)&&this.controls.renderLegend(),this.show(),"cluster"in t&&t.cluster!==e.cluster&&this.popups.open(t.cluster)}select({district:t=null,
subregion:e=null}){let{state:n}=this,i=n.district===t&&n.subregion===e;this.set(i?{district:null,subregion:null}:{district:t,subregion:e}),this.zoomToSelection(),
this.view.reveal()}seen(){return`${this.map.getZoom()} ${this.map.getCenter()}`}selectedUnit({district:t,subregion:e}=this.state){return t!==null?this.plan.districts[t]:
this.plan.subregions[e]||null}zoomToSelection(t){this.view.zoomTo(this.selectedUnit(),t)}step(t){let e=this.plan.phases.map(i=>i.end),n=e[e.indexOf(this.state.by)+
t];n!==void 0&&this.set({by:n})}play(){if(this.state.playing){clearInterval(this.timer),this.set({playing:!1});return}let t=this.plan.phases.map(e=>e.end);this.
set({playing:!0,by:t[0]}),this.timer=setInterval(()=>{this.state.by===t.at(-1)?this.play():this.step(1)},Ls)}findUnit(t){let{plan:e}=this;e.level==="commune"?this.
found({kind:"commune",item:e.communes[t]}):this.select({[e.level]:t}),this.view.reveal()}found({kind:t,item:e,index:n}){t==="district"?(this.set({district:n,subregion:null}),
this.zoomToSelection()):t==="cluster"?this.set({district:null,subregion:null,cluster:n}):(this.view.zoomToCommune(e),this.popups.name(L.latLngBounds(this.view.boundsOf(
e)).getCenter()),this.view.outline(e))}shown(){let{plan:t,state:e}=this;return{weights:T(t,e),selected:n=>q(t,e,n),selection:`${e.district} ${e.subregion}`,missing:N(
t,e.by),lang:e.lang}}show({instantly:t=!1}={}){let{isCrowd:e}=this.clusters;this.view.outline(this.selectedUnit()),this.view.show(this.shown(),t||e),t||!e?this.
showPanel():this.ready=this.showPanelLater()}showPanelLater(){return this.later??=new Promise(t=>{J(()=>{this.later=null,this.showPanel(),t()})}),this.later}showPanel(){
let{plan:t,state:e,boxes:n}=this;z(n.verdict,dt(t,e,i=>this.findUnit(i))),this.live?.show(e),z(n.list,Yt(t,e,{open:i=>this.set({cluster:i}),hover:i=>this.view.highlight(
i)}));try{let i=fe(t,e);history.replaceState(null,"",i?`#${i}`:location.pathname+location.search)}catch{}}renderWords(){let{plan:t,state:e,boxes:n}=this,{lang:i}=e;
document.documentElement.lang=i,document.title=t.title[i];let r=this.map.getContainer();r.setAttribute("role","region"),r.setAttribute("aria-label",f(i,"map")),
this.live=new nt,z(n.head,ut(t,e)),z(n.tools,Jt(i,{speak:o=>this.set({lang:o}),table:()=>ie(t,this.state),print:this.print})),z(n.timeline,Qt(t,i,this.live,{set:o=>this.
set(o),play:()=>this.play()})),z(n.summary,Xt(t,i,this.live,{select:o=>this.select(o)})),this.live.show(e),z(n.search,de(t,i,o=>this.found(o))),z(n.source,mt(t,
i)),this.controls.render(),this.popups.renew()}addForeign(t){t.length&&(this.layers.addForeign(t),this.controls.renderLayers())}};function Oe(s,{district:t,subregion:e,
by:n}){return[t,e,P(N(s,n)),N(s,n).length>0].join(" ")}function Ss(s){return new Nt(s)}return ze(Ms);})();
